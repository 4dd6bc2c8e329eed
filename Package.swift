// swift-tools-version: 6.2
import PackageDescription

/// Targets, lowest first. An import points down this list, never up.
let package = Package(
  name: "generate-report",
  products: [
    .executable(name: "generate-report", targets: ["generate-report"]),
    .library(name: "Objectives", targets: ["Scalars", "Objectives"]),
    .library(name: "Networks", targets: ["Scalars", "Networks"]),
    .library(name: "Optimizers", targets: ["Optimizers"]),
    .library(name: "Sweeps", targets: ["Sweeps"]),
    .library(name: "Certificates", targets: ["Certificates"]),
  ],
  dependencies: [
    // The command line: parsing, help, completion and usage errors.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // The run store: SQLite with transactions and typed rows.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Pages are Mustache templates that users may override.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // Studies are YAML; Yams keeps line numbers, which errors quote.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo",
      providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // Operations on eight doubles at once, which Swift has no names for: inline C.
    .target(name: "CVectors"),
    .target(name: "Jobs"),
    // Square roots of constants are folded through libm's symbol, which Foundation would otherwise bring.
    .target(
      name: "Scalars", dependencies: ["CVectors"],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "Networks", dependencies: ["Scalars", "CVectors"], resources: [.copy("Data")]),
    // The loop that executes users' formulas for eight points: jumps to computed places, which Swift has not.
    .target(name: "CExpressions", dependencies: ["CVectors"]),
    .target(name: "Objectives", dependencies: ["CExpressions", "Networks", "Scalars"]),
    .target(name: "Experiments", dependencies: ["Jobs", "Networks", "Optimizers", "Objectives", "Scalars"]),
    .target(name: "Optimizers", dependencies: ["CVectors", "Objectives", "Scalars"]),
    .target(name: "Certificates", dependencies: ["Objectives", "Scalars"]),
    .target(
      name: "Sweeps",
      dependencies: [
        "Certificates", "Experiments", "Optimizers", "Objectives", "Scalars", "Yams",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "Statistics",
      dependencies: [
        "Sweeps", "Certificates", "Experiments", "Jobs", "Networks", "Optimizers", "Objectives", "Scalars",
      ]),
    .target(name: "Canvas", dependencies: ["CCairo", "CZlib"]),
    .target(name: "Plotting", dependencies: ["Canvas"]),
    .target(
      name: "Figures",
      dependencies: [
        "Plotting", "Canvas", "Statistics", "Experiments", "Sweeps", "Certificates", "Optimizers", "Objectives",
        "Jobs", "Scalars",
      ]),
    .target(
      name: "Reports",
      dependencies: [
        "Figures", "Statistics", "Sweeps", "Certificates", "Optimizers", "Objectives",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .executableTarget(
      name: "generate-report",
      dependencies: [
        "Experiments", "Reports", "Figures", "Canvas", "Statistics", "Sweeps", "Certificates", "Optimizers",
        "Objectives", "Scalars",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "JobsTests", dependencies: ["Jobs"]),
    .testTarget(name: "ScalarsTests", dependencies: ["Scalars"], resources: [.copy("Fixtures")]),
    .testTarget(
      name: "ObjectivesTests", dependencies: ["CExpressions", "Objectives", "Scalars"], resources: [.copy("Fixtures")]),
    .testTarget(name: "NetworksTests", dependencies: ["Networks", "Scalars"]),
    .testTarget(name: "ExperimentsTests", dependencies: ["Experiments", "Networks", "Scalars"]),
    .testTarget(
      name: "OptimizersTests", dependencies: ["Optimizers", "Objectives", "Scalars"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "CertificatesTests", dependencies: ["Certificates", "Objectives", "Scalars"],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas"]),
    .testTarget(name: "PlottingTests", dependencies: ["Plotting", "Canvas"]),
    .testTarget(
      name: "SweepsTests",
      dependencies: [
        "Sweeps", "Optimizers", "Objectives", "Scalars", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "FiguresTests",
      dependencies: ["Figures", "Plotting", "Canvas", "Statistics", "Sweeps", "Optimizers", "Objectives"]),
    .testTarget(name: "CommandTests", dependencies: ["generate-report"]),
    .testTarget(
      name: "StatisticsTests",
      dependencies: ["Statistics", "Experiments", "Sweeps", "Optimizers", "Objectives", "Scalars"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Figures", "Statistics", "Sweeps", "Certificates", "Optimizers", "Objectives"]),
  ]
)
