// swift-tools-version: 6.1
import Foundation
import PackageDescription

guard FileManager.default.fileExists(atPath: Context.packageDirectory + "/Sources/GalileoCodable") else {
    fatalError("run Benchmarks/scripts/peers.py first: it writes Sources/GalileoCodable")
}

// Measures the runtime against its peers. A package of its own, so that nothing of it reaches the users of Apus.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "apus", path: "..", traits: ["AsyncHTTPClient", "Hummingbird"]),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.25.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.10.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.80.0"),
    ],
    targets: [
        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "AllocationCount", "Measuring", "SampleData", "GalileoCodable",
                .product(name: "Galileo", package: "apus"),
            ]
        ),
        // Generated clients and servers over loopback, compared with others written by hand.
        .executableTarget(
            name: "Loopback",
            dependencies: [
                "Measuring", "SampleData", "GalileoCodable",
                .product(name: "Galileo", package: "apus"),
                .product(name: "GalileoServer", package: "apus"),
                .product(name: "ApusAsyncHTTPClient", package: "apus"),
                .product(name: "ApusServer", package: "apus"),
                .product(name: "ApusHummingbird", package: "apus"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOFoundationCompat", package: "swift-nio"),
            ]
        ),
        // A generated client and a server that fails in many ways.
        .executableTarget(
            name: "Faults",
            dependencies: [
                "Measuring",
                .product(name: "Galileo", package: "apus"),
                .product(name: "ApusOAuth", package: "apus"),
                .product(name: "ApusAsyncHTTPClient", package: "apus"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        // Processor time, thresholds, and a second process.
        .target(name: "Measuring"),
        // Galileo's types with synthesized conformances, written by scripts/peers.py.
        .target(name: "GalileoCodable", dependencies: [.product(name: "ApusRuntime", package: "apus")]),
        .target(name: "SampleData", dependencies: [.product(name: "ApusRuntime", package: "apus")]),
        // Counts calls of `malloc` and its kin in the process that it is linked into.
        .target(name: "AllocationCount"),
    ]
)
