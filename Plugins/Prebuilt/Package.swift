// swift-tools-version: 6.1
import PackageDescription

// The plugins of Apus over its prebuilt tool. Nothing is compiled for them but the plugins themselves.
let package = Package(
    name: "apus-plugins",
    products: [
        .plugin(name: "ApusBuild", targets: ["ApusBuild"]),
        .plugin(name: "ApusCommand", targets: ["ApusCommand"]),
    ],
    targets: [
        .binaryTarget(name: "ApusTool", path: "apus.artifactbundle"),
        // SwiftPM wants the names of targets to be unique among all packages of a build, and the package of the runtime
        // has targets for the same plugins.
        .plugin(name: "ApusBuild", capability: .buildTool(), dependencies: ["ApusTool"]),
        .plugin(
            name: "ApusCommand",
            capability: .command(
                intent: .custom(verb: "apus", description: "Generates Swift from OpenAPI, or checks what is generated."),
                permissions: [.writeToPackageDirectory(reason: "Generated files are written to the package.")]),
            dependencies: ["ApusTool"]
        ),
    ]
)
