cp .bench/micro.swift .bench/main.swift; swiftc -swift-version 6 -O -wmo -Xcc -march=x86-64-v3 -I .bench .bench/main.swift .bench/*.o -lm -o .bench/micro 2>&1 | grep error; .bench/micro; date
