import ApusGeneration
import ApusSwiftEmitter

/// What a package needs so that a target of it is generated while it is built.
struct PackageAdditions {
    let target: String
    private let packages: [String]
    private let products: [String]
    private let plugin: String
    private static let platforms = ".macOS(.v13)"

    /// - Parameters:
    ///   - plugins: Where the plugins over the prebuilt tool are; without them, the tool is built from source.
    ///   - knowsTraits: Whether the manifest can say which traits it needs.
    init(
        target: String, parts: Set<EmitterOptions.Part>?, apus: PackageLocation, plugins: PackageLocation?,
        knowsTraits: Bool
    ) {
        self.target = target
        packages =
            [apus.dependency(name: "apus", withoutTraits: plugins != nil && knowsTraits)]
            + (plugins.map { [$0.dependency()] } ?? [])
        let hasClient = parts?.contains(.client) ?? true
        products = (hasClient ? ["ApusRuntime", "ApusURLSession"] : ["ApusModels"])
            .map { ".product(name: \"\($0)\", package: \"apus\")" }
        plugin =
            plugins == nil
            ? ".plugin(name: \"ApusBuildPlugin\", package: \"apus\")" : ".plugin(name: \"ApusBuild\", package: \"apus-plugins\")"
    }

    /// Puts the additions into a manifest; those that it has already stay as they are.
    func add(to manifest: inout Manifest) throws(Manifest.Unclear) {
        if try !manifest.hasPackageArgument("platforms") { try manifest.add([Self.platforms], toPackage: "platforms") }
        try manifest.add(packages, toPackage: "dependencies")
        try manifest.add(products, to: "dependencies", ofTarget: target)
        try manifest.add([plugin], to: "plugins", ofTarget: target)
    }

    /// The lines for a person to add.
    var text: String {
        """
        for the package:

            platforms: [\(Self.platforms)],
            dependencies: [
                \(packages.joined(separator: ",\n        ")),
            ],

        and for its target \(target):

            dependencies: [
                \(products.joined(separator: ",\n        ")),
            ],
            plugins: [\(plugin)]

        """
    }
}
