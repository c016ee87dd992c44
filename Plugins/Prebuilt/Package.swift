// swift-tools-version: 6.1
import PackageDescription

// The plugins of Apus with its prebuilt tool. Only the plugins themselves are compiled.
let package = Package(
    name: "apus-plugins",
    products: [
        .plugin(name: "ApusBuild", targets: ["ApusBuild"]),
        .plugin(name: "ApusCommand", targets: ["ApusCommand"]),
    ],
    targets: [
        .binaryTarget(name: "ApusTool", path: "apus.artifactbundle"),
        // The names differ from those in the runtime's package, because SwiftPM requires unique target names in a
        // build.
        .plugin(name: "ApusBuild", capability: .buildTool(), dependencies: ["ApusTool"]),
        .plugin(
            name: "ApusCommand",
            capability: .command(
                intent: .custom(
                    verb: "apus", description: "Generates Swift from OpenAPI, or checks what is generated."),
                permissions: [.writeToPackageDirectory(reason: "Generated files are written to the package.")]),
            dependencies: ["ApusTool"]
        ),
    ]
)
