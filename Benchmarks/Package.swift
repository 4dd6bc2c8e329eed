// swift-tools-version: 6.2
import PackageDescription

/// Measurements, apart from the main package so that nobody who only uses it has to build them.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "generate-report", path: "..")],
  targets: [
    .executableTarget(
      name: "scalars",
      dependencies: [.product(name: "Objectives", package: "generate-report")]),
    .executableTarget(
      name: "sweep-throughput",
      dependencies: [
        .product(name: "Objectives", package: "generate-report"),
        .product(name: "Optimizers", package: "generate-report"),
        .product(name: "Sweeps", package: "generate-report"),
      ]),
    .executableTarget(
      name: "certificates",
      dependencies: [
        .product(name: "Objectives", package: "generate-report"),
        .product(name: "Certificates", package: "generate-report"),
      ]),
    .executableTarget(
      name: "networks", dependencies: [.product(name: "Networks", package: "generate-report")]),
    .executableTarget(
      name: "expressions", dependencies: [.product(name: "Objectives", package: "generate-report")]),
  ]
)
