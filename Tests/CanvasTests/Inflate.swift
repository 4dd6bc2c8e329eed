/// A plain reader of DEFLATE data (RFC 1951), so that our PNG files are read by something other than zlib.
struct Inflate {
  private let bytes: [UInt8]
  private var bit = 0
  private(set) var output: [UInt8] = []

  struct Corrupt: Error {}

  /// Reads zlib data (RFC 1950): two bytes of header before, four of checksum behind.
  static func zlib(_ bytes: [UInt8]) throws -> [UInt8] {
    guard bytes.count > 6, bytes[0] & 15 == 8, (Int(bytes[0]) * 256 + Int(bytes[1])) % 31 == 0 else { throw Corrupt() }
    var reader = Inflate(bytes: Array(bytes[2...]))
    try reader.run()
    var (a, b) = (1, 0)
    for byte in reader.output {
      a = (a + Int(byte)) % 65521
      b = (b + a) % 65521
    }
    let checksum = bytes.suffix(4).reduce(0) { $0 * 256 + Int($1) }
    guard checksum == b * 65536 + a else { throw Corrupt() }
    return reader.output
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func bits(_ count: Int) throws -> Int {
    var value = 0
    for place in 0..<count {
      guard bit / 8 < bytes.count else { throw Corrupt() }
      value |= Int(bytes[bit / 8] >> (bit % 8) & 1) << place
      bit += 1
    }
    return value
  }

  private mutating func run() throws {
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try stored()
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : ($0 < 256 ? 9 : ($0 < 280 ? 7 : 8)) }
        try block(Codes(lengths), Codes([Int](repeating: 5, count: 30)))
      case 2: try dynamic()
      default: throw Corrupt()
      }
    }
  }

  private mutating func stored() throws {
    bit = (bit + 7) / 8 * 8
    let count = try bits(16)
    guard try bits(16) == count ^ 0xffff else { throw Corrupt() }
    for _ in 0..<count { output.append(UInt8(try bits(8))) }
  }

  private mutating func dynamic() throws {
    let (literals, distances, meta) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var metaLengths = [Int](repeating: 0, count: 19)
    for index in 0..<meta { metaLengths[order[index]] = try bits(3) }
    let codes = Codes(metaLengths)
    var lengths: [Int] = []
    while lengths.count < literals + distances {
      switch try symbol(codes) {
      case let length where length < 16: lengths.append(length)
      case 16:
        guard let last = lengths.last else { throw Corrupt() }
        lengths += [Int](repeating: last, count: try bits(2) + 3)
      case 17: lengths += [Int](repeating: 0, count: try bits(3) + 3)
      default: lengths += [Int](repeating: 0, count: try bits(7) + 11)
      }
    }
    try block(Codes(Array(lengths[..<literals])), Codes(Array(lengths[literals...])))
  }

  private mutating func block(_ literals: Codes, _ distances: Codes) throws {
    while true {
      let symbol = try symbol(literals)
      if symbol < 256 {
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        let length = try extended(symbol - 257, group: 4, base: 3, last: 28)
        let distance = try extended(self.symbol(distances), group: 2, base: 1, last: nil)
        guard distance <= output.count else { throw Corrupt() }
        for _ in 0..<length { output.append(output[output.count - distance]) }
      }
    }
  }

  /// Lengths and distances grow by one extra bit every `group` codes; the last length is 258 by itself.
  private mutating func extended(_ code: Int, group: Int, base: Int, last: Int?) throws -> Int {
    if code == last { return 258 }
    if code < 2 * group { return base + code }
    let extra = code / group - 1
    return base + ((group + code % group) << extra) + (try bits(extra))
  }

  private mutating func symbol(_ codes: Codes) throws -> Int {
    var code = 0
    for length in 1...15 {
      code = code << 1 | (try bits(1))
      if let symbol = codes.symbols[length]?[code] { return symbol }
    }
    throw Corrupt()
  }

  private struct Codes {
    var symbols: [Int: [Int: Int]] = [:]

    init(_ lengths: [Int]) {
      var code = 0
      for length in 1...15 {
        code <<= 1
        for (symbol, own) in lengths.enumerated() where own == length {
          symbols[length, default: [:]][code] = symbol
          code += 1
        }
      }
    }
  }
}
