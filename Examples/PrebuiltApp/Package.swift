// swift-tools-version: 6.1
import PackageDescription

// The program of BuildPluginApp with the prebuilt tool: only the runtime and the program are compiled.
let package = Package(
    name: "PrebuiltApp",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "apus", path: "../..", traits: []),
        .package(path: "../../dist/apus-plugins"),
    ],
    targets: [
        .executableTarget(
            name: "BuildPluginApp",
            dependencies: [.product(name: "ApusModels", package: "apus")],
            plugins: [.plugin(name: "ApusBuild", package: "apus-plugins")]
        ),
        .executableTarget(
            name: "SeveralAPIs",
            dependencies: [.product(name: "ApusModels", package: "apus")],
            plugins: [.plugin(name: "ApusBuild", package: "apus-plugins")]
        ),
    ]
)
