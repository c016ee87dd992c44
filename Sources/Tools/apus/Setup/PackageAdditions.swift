import ApusGeneration
import ApusSwiftEmitter

/// The additions to a manifest that the build plugin needs for a target.
struct PackageAdditions {
    let target: String
    private let packages: [String]
    private let products: [String]
    private let plugin: String
    private static let platforms = ".macOS(.v13)"

    /// - Parameters:
    ///   - plugins: The package of the prebuilt tool, or `nil` to build the tool from source.
    ///   - knowsTraits: Whether a dependency of the manifest can have traits.
    init(
        target: String, parts: Set<EmitterOptions.Part>?, apus: PackageLocation, plugins: PackageLocation?,
        knowsTraits: Bool
    ) {
        self.target = target
        packages =
            [apus.dependency(name: "apus", withoutTraits: plugins != nil && knowsTraits)]
            + (plugins.map { [$0.dependency()] } ?? [])
        let hasClient = parts?.contains(.client) ?? true
        let hasServer = parts?.contains(.server) ?? false
        let ofClient = hasClient ? ["ApusRuntime", "ApusURLSession"] : hasServer ? [] : ["ApusModels"]
        products = (ofClient + (hasServer ? ["ApusServer"] : []))
            .map { ".product(name: \"\($0)\", package: \"apus\")" }
        plugin =
            plugins == nil
            ? ".plugin(name: \"ApusBuildPlugin\", package: \"apus\")"
            : ".plugin(name: \"ApusBuild\", package: \"apus-plugins\")"
    }

    /// Adds to a manifest what it does not contain yet.
    func add(to manifest: inout Manifest) throws(Manifest.Unclear) {
        if try !manifest.hasPackageArgument("platforms") { try manifest.add([Self.platforms], toPackage: "platforms") }
        try manifest.add(packages, toPackage: "dependencies")
        try manifest.add(products, to: "dependencies", ofTarget: target)
        try manifest.add([plugin], to: "plugins", ofTarget: target)
    }

    /// The additions as lines for a person to copy.
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
