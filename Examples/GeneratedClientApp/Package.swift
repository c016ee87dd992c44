// swift-tools-version: 6.1
import PackageDescription

// Uses a generated client from the package's products. Without traits nothing of the generator is even resolved.
let package = Package(
    name: "GeneratedClientApp",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "apus", path: "../..", traits: []),
        // For the middleware only, which names the types of a request and a response.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
    ],
    targets: [
        .executableTarget(
            name: "GeneratedClientApp",
            dependencies: [
                .product(name: "Galileo", package: "apus"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]
        ),
        // The README's first client.
        .executableTarget(name: "FirstClient", dependencies: [.product(name: "Galileo", package: "apus")]),
    ]
)
