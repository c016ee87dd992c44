// swift-tools-version: 6.1
import PackageDescription

// Serves an API with the code generated from its description. `apus generate Sources/ServerApp` has made it.
let package = Package(
    name: "ServerApp",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "apus", path: "../..", traits: ["Hummingbird"]),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.10.0"),
    ],
    targets: [
        .executableTarget(
            name: "ServerApp",
            dependencies: [
                .product(name: "ApusRuntime", package: "apus"),
                .product(name: "ApusServer", package: "apus"),
                .product(name: "ApusHummingbird", package: "apus"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            exclude: ["apus.yaml", "openapi.yaml"]
        )
    ]
)
