// swift-tools-version: 6.1
import PackageDescription

// Generates the models of its own API description while it is built, with the generator built from source.
let package = Package(
    name: "BuildPluginApp",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "apus", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "BuildPluginApp",
            dependencies: [.product(name: "ApusModels", package: "apus")],
            plugins: [.plugin(name: "ApusBuildPlugin", package: "apus")]
        )
    ]
)
