// swift-tools-version: 6.1
import Foundation
import PackageDescription

guard FileManager.default.fileExists(atPath: Context.packageDirectory + "/Sources/StubServer/Generated") else {
    fatalError("run Benchmarks/scripts/stub.py first: it generates Sources/StubServer/Generated")
}

// Galileo's server with the stubs of swift-openapi-generator, for the benchmark `Loopback`. A package of its own, because
// the other benchmarks need neither its tool nor its runtime.
let package = Package(
    name: "StubServer",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-openapi-runtime", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.10.0"),
    ],
    targets: [
        .executableTarget(
            name: "StubServer",
            dependencies: [
                .product(name: "OpenAPIRuntime", package: "swift-openapi-runtime"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ])
    ]
)
