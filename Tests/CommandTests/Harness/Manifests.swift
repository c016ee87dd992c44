/// Manifests that `apus init` adds to, or leaves as they are.
enum Manifests {
    /// What `swift package init --type executable` writes.
    static let template = """
        // swift-tools-version: 6.2
        // The swift-tools-version declares the minimum version of Swift required to build this package.

        import PackageDescription

        let package = Package(
            name: "App",
            targets: [
                // Targets are the basic building blocks of a package, defining a module or a test suite.
                // Targets can depend on other targets in this package and products from dependencies.
                .executableTarget(
                    name: "App"
                ),
            ]
        )

        """

    static let all: [(name: String, text: String)] = [
        ("template", template),
        (
            "short",
            """
            // swift-tools-version:5.9
            import PackageDescription
            let package = Package(name: "App", dependencies: [], targets: [.target(name: "App", dependencies: []), .testTarget(name: "AppTests", dependencies: ["App"])])

            """
        ),
        (
            "long",
            """
            // swift-tools-version: 6.2
            import PackageDescription

            let package = Package(
                name: "App",  // not a target: "App"
                platforms: [.macOS(.v15), .iOS(.v18)],
                products: [.library(name: "App", targets: ["App"])],
                dependencies: [
                    .package(url: "https://example.com/a(b", from: "1.0.0"),  // one (with) brackets]
                    /* .package(path: "../old"), */
                ],
                targets: [
                    .testTarget(name: "AppTests", dependencies: ["App"]),
                    .target(
                        name: "App",
                        dependencies: [
                            .product(name: "B", package: "a"),
                        ],
                        resources: [.process("Resources")],
                        plugins: [.plugin(name: "B", package: "a")]
                    ),
                ],
                swiftLanguageModes: [.v6]
            )

            """
        ),
    ]

    /// Programs, rather than lists, and what is none of either.
    static let unclear = [
        "", "// swift-tools-version: 6.2\nlet package = Package(name: \"App\", targets: targets)\n",
        "// swift-tools-version: 6.2\nlet package = Package(name: \"App\", targets: [.target(name: \"Other\")])\n",
        "// swift-tools-version: 6.2\nlet package = Package(name: \"App\", dependencies: all + [], targets: [.target(name: \"App\")])\n",
        "// swift-tools-version: 6.2\nlet package = Package(name: \"App\", targets: [.target(name: \"App\")]\n",
    ]
}
