// swift-tools-version: 6.1
import Foundation
import PackageDescription

guard FileManager.default.fileExists(atPath: Context.packageDirectory + "/Sources/GalileoCodable") else {
    fatalError("run Benchmarks/scripts/peers.py first: it writes Sources/GalileoCodable")
}

// Measures the runtime against its peers. A package of its own, so that nothing of it reaches the users of Apus.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "apus", path: "..", traits: [])
    ],
    targets: [
        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "AllocationCount", "SampleData", "GalileoCodable", .product(name: "Galileo", package: "apus"),
            ]
        ),
        // Galileo's types with synthesized conformances, written by scripts/peers.py.
        .target(name: "GalileoCodable", dependencies: [.product(name: "ApusRuntime", package: "apus")]),
        .target(name: "SampleData", dependencies: [.product(name: "ApusRuntime", package: "apus")]),
        // Counts calls of `malloc` and its kin in the process that it is linked into.
        .target(name: "AllocationCount"),
    ]
)
