// swift-tools-version: 6.1
import PackageDescription

// Generates the models of its own API description while it is built. The plugin needs no trait, and so no other package
// than the runtime's.
let package = Package(
    name: "BuildPluginApp",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "apus", path: "../..", traits: [])
    ],
    targets: [
        .executableTarget(
            name: "BuildPluginApp",
            dependencies: [.product(name: "ApusRuntime", package: "apus")],
            plugins: [.plugin(name: "ApusBuildPlugin", package: "apus")]
        )
    ]
)
