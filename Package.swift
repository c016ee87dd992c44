// swift-tools-version: 6.2
import PackageDescription

// Every unsafe use in the runtime is marked. `make test` fails where a mark is missing.
let runtimeSettings: [SwiftSetting] = [.strictMemorySafety()]

// Everyone who uses a generated client compiles the runtime, mostly once. Debug builds compile its large modules as a
// whole, which takes three quarters of the CPU time of SwiftPM's batches, each of which parses the whole module. The
// compiler remarks that such a build is not incremental. Versioned packages may have these flags since tools version 6.2.
let largeRuntimeSettings =
    runtimeSettings + [
        .unsafeFlags(
            ["-disable-batch-mode", "-whole-module-optimization", "-num-threads", "4"], .when(configuration: .debug))
    ]

// The traits select which dependencies are resolved. A package that uses generated clients or the prebuilt tool needs
// none of them and sets `traits: []`.
let package = Package(
    name: "apus",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .executable(name: "apus", targets: ["apus"]),
        .executable(name: "apus-mock", targets: ["apus-mock"]),
        // Generated models without a client import ApusModels, whichever of the two products their target depends on.
        .library(name: "ApusModels", targets: ["ApusModels"]),
        .library(name: "ApusRuntime", targets: ["ApusRuntime", "ApusModels"]),
        // Generated servers. They share models and bodies with clients.
        .library(name: "ApusServer", targets: ["ApusServer", "ApusRuntime", "ApusModels"]),
        .library(name: "ApusHummingbird", targets: ["ApusHummingbird"]),
        .library(name: "ApusLogging", targets: ["ApusLogging"]),
        .library(name: "ApusMetrics", targets: ["ApusMetrics"]),
        .library(name: "ApusTracing", targets: ["ApusTracing"]),
        .library(name: "ApusTesting", targets: ["ApusTesting"]),
        .library(name: "ApusOAuth", targets: ["ApusOAuth"]),
        .library(name: "ApusURLSession", targets: ["ApusURLSession"]),
        .library(name: "ApusAsyncHTTPClient", targets: ["ApusAsyncHTTPClient"]),
        // Users of generated clients catch and configure types of the runtime.
        .library(name: "Galileo", targets: ["Galileo", "ApusRuntime"]),
        .library(name: "Galtea", targets: ["Galtea", "ApusRuntime"]),
        .library(name: "HoneyHive", targets: ["HoneyHive", "ApusRuntime"]),
        .library(name: "GalileoServer", targets: ["GalileoServer", "ApusServer"]),
        .library(name: "GalteaServer", targets: ["GalteaServer", "ApusServer"]),
        .library(name: "HoneyHiveServer", targets: ["HoneyHiveServer", "ApusServer"]),
        .plugin(name: "ApusBuildPlugin", targets: ["ApusBuildPlugin"]),
        .plugin(name: "ApusCommandPlugin", targets: ["ApusCommandPlugin"]),
    ],
    traits: [
        .trait(name: "Generator", description: "The tool `apus` and the plugins, built from source."),
        .trait(name: "AsyncHTTPClient", description: "The transport over AsyncHTTPClient."),
        .trait(name: "Hummingbird", description: "Generated servers on Hummingbird."),
        .trait(name: "Logging", description: "The middleware for swift-log."),
        .trait(name: "Metrics", description: "The middleware for swift-metrics."),
        .trait(name: "Tracing", description: "The middleware for swift-distributed-tracing."),
        .trait(
            name: "Mock", description: "The program `apus-mock`: a server of any description.",
            enabledTraits: ["Generator", "Hummingbird"]),
        .trait(
            name: "LoopbackTests", description: "Tests that talk HTTP to a server on this machine.",
            enabledTraits: ["Hummingbird", "Logging", "Metrics", "Mock", "Tracing"]),
        .default(enabledTraits: ["Generator"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.25.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.3.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.0.0"),
    ],
    targets: [
        // The generator, in the order of its pipeline. Module names begin with Apus, because SwiftPM requires unique
        // module names in a build and names such as `Diagnostics` are common.
        .systemLibrary(
            name: "ApusCLibYAML",
            path: "Sources/System/CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(name: "ApusDiagnostics", dependencies: ["ApusByteText"], path: "Sources/Generator/Diagnostics"),
        .target(
            name: "ApusYAMLSource", dependencies: ["ApusCLibYAML", "ApusDiagnostics", "ApusByteText"],
            path: "Sources/Generator/YAMLSource"),
        .target(
            name: "ApusOverlay", dependencies: ["ApusYAMLSource", "ApusDiagnostics", "ApusECMARegex", "ApusByteText"],
            path: "Sources/Generator/Overlay"),
        .target(
            name: "ApusOpenAPI", dependencies: ["ApusYAMLSource", "ApusDiagnostics", "ApusByteText"],
            path: "Sources/Generator/OpenAPI"),
        .target(
            name: "ApusAPIModel", dependencies: ["ApusDiagnostics", "ApusByteText"], path: "Sources/Generator/APIModel"),
        // The expressions of rules: syntax and types.
        .target(
            name: "ApusRules", dependencies: ["ApusAPIModel", "ApusDiagnostics", "ApusByteText"],
            path: "Sources/Generator/Rules"),
        .target(
            name: "ApusLowering",
            dependencies: [
                "ApusOpenAPI", "ApusAPIModel", "ApusRules", "ApusYAMLSource", "ApusDiagnostics", "ApusECMARegex",
                "ApusByteText",
            ],
            path: "Sources/Generator/Lowering"
        ),
        .target(
            name: "ApusSwiftEmitter",
            dependencies: ["ApusTemplates", "ApusAPIModel", "ApusFormat", "ApusDiagnostics", "ApusByteText"],
            path: "Sources/Generator/SwiftEmitter"
        ),
        .target(name: "ApusTemplates", path: "Sources/Generator/Templates", exclude: ["Templates"]),
        .target(name: "ApusPOSIX", path: "Sources/System/POSIX"),
        // Files, configuration, output streams and exit status: everything in a run except the command line's syntax.
        .target(
            name: "ApusGeneration",
            dependencies: [
                "ApusYAMLSource", "ApusOverlay", "ApusOpenAPI", "ApusAPIModel", "ApusLowering", "ApusSwiftEmitter",
                "ApusFormat", "ApusDiagnostics", "ApusByteText", "ApusPOSIX",
            ],
            path: "Sources/Generator/Generation"
        ),
        // The comparison of two descriptions, for `apus diff`.
        .target(
            name: "ApusDiff",
            dependencies: ["ApusGeneration", "ApusAPIModel", "ApusYAMLSource", "ApusDiagnostics", "ApusPOSIX"],
            path: "Sources/Generator/Diff"),
        // A smaller document with the same problem, for `apus reduce`.
        .target(
            name: "ApusReduction", dependencies: ["ApusGeneration", "ApusYAMLSource", "ApusDiagnostics"],
            path: "Sources/Generator/Reduction"),
        // A server of any description without handlers, for `apus mock`.
        .target(
            name: "ApusMock",
            dependencies: [
                "ApusOpenAPI", "ApusYAMLSource", "ApusECMARegex", "ApusExamples", "ApusModels", "ApusClient",
                "ApusServer", .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Sources/Tools/Mock"),
        // A program of its own, so that nobody who only generates code builds an HTTP server.
        .executableTarget(
            name: "apus-mock",
            dependencies: [
                "ApusMock", "ApusGeneration", "ApusHummingbird",
                .product(
                    name: "ArgumentParser", package: "swift-argument-parser", condition: .when(traits: ["Mock"])),
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Mock"])),
                .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Mock"])),
            ],
            path: "Sources/Tools/apus-mock"),
        .executableTarget(
            name: "apus",
            dependencies: [
                "ApusDiff", "ApusReduction", "ApusYAMLSource", "ApusAPIModel", "ApusGeneration", "ApusSwiftEmitter",
                "ApusFormat", "ApusDiagnostics",
                .product(
                    name: "ArgumentParser", package: "swift-argument-parser", condition: .when(traits: ["Generator"])),
            ],
            path: "Sources/Tools/apus"
        ),

        // The sources of both plugins are also part of the package of the prebuilt tool (`scripts/dist`).
        .plugin(name: "ApusBuildPlugin", capability: .buildTool(), dependencies: ["apus"]),
        // The verb is not `apus`, because the prebuilt tool's plugin has that verb and a package may depend on both.
        .plugin(
            name: "ApusCommandPlugin",
            capability: .command(
                intent: .custom(
                    verb: "apus-from-source", description: "Builds the tool apus and runs it: see `swift package apus`."
                ),
                permissions: [.writeToPackageDirectory(reason: "Generated files are written to the package.")]),
            dependencies: ["apus"]
        ),

        // The runtime of generated code: models without HTTP, and clients.
        .target(
            name: "ApusModels", dependencies: ["ApusFormat", "ApusByteText", "ApusECMARegex"],
            path: "Sources/Runtime/Models",
            swiftSettings: largeRuntimeSettings),
        .target(
            name: "ApusClient",
            dependencies: [
                "ApusModels", "ApusFormat", "ApusByteText", .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Sources/Runtime/Client",
            swiftSettings: largeRuntimeSettings
        ),
        .target(
            name: "ApusRuntime", dependencies: ["ApusModels", "ApusClient"],
            path: "Sources/Runtime/Runtime", swiftSettings: runtimeSettings),
        // The runtime of generated servers.
        .target(
            name: "ApusServer",
            dependencies: ["ApusModels", "ApusClient", .product(name: "HTTPTypes", package: "swift-http-types")],
            path: "Sources/Runtime/Server", swiftSettings: largeRuntimeSettings),
        .target(
            name: "ApusOAuth",
            dependencies: ["ApusModels", "ApusClient", .product(name: "HTTPTypes", package: "swift-http-types")],
            path: "Sources/Runtime/OAuth", swiftSettings: runtimeSettings),
        // Stubs, recordings and random values for the tests of packages that use clients.
        .target(
            name: "ApusTesting",
            dependencies: [
                "ApusExamples", "ApusModels", "ApusClient",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Sources/Runtime/Testing", swiftSettings: runtimeSettings),
        // The texts in the tables of generated code. The generator writes them and the runtime reads them.
        .target(name: "ApusFormat", path: "Sources/Shared/Format", swiftSettings: runtimeSettings),
        // Primitives for reading text by bytes and words of bytes.
        .target(name: "ApusByteText", path: "Sources/Shared/ByteText", swiftSettings: runtimeSettings),
        // The patterns of JSON Schema. The generator checks them and the runtime matches them.
        .target(
            name: "ApusECMARegex", dependencies: ["ApusByteText"], path: "Sources/Shared/ECMARegex",
            swiftSettings: runtimeSettings),
        // Values made from schemas. The mock answers with them and `ApusTesting` decodes them.
        .target(
            name: "ApusExamples", dependencies: ["ApusModels", "ApusECMARegex"], path: "Sources/Shared/Examples",
            swiftSettings: runtimeSettings),
        .target(
            name: "ApusURLSession",
            dependencies: ["ApusRuntime", .product(name: "HTTPTypes", package: "swift-http-types")],
            path: "Sources/Transports/URLSession"
        ),
        .target(
            name: "ApusAsyncHTTPClient",
            dependencies: [
                "ApusRuntime", .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(
                    name: "AsyncHTTPClient", package: "async-http-client",
                    condition: .when(traits: ["AsyncHTTPClient"])),
            ],
            path: "Sources/Transports/AsyncHTTPClient"
        ),
        .target(
            name: "ApusHummingbird",
            dependencies: [
                "ApusServer", "ApusRuntime", "ApusClient", .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Hummingbird"])),
            ],
            path: "Sources/Transports/Hummingbird"
        ),

        // What operators see of a client: middleware with OpenTelemetry's names. Empty without its trait.
        .target(
            name: "ApusLogging",
            dependencies: [
                "ApusClient", .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Logging"])),
            ],
            path: "Sources/Observability/Logging"
        ),
        .target(
            name: "ApusMetrics",
            dependencies: [
                "ApusClient", .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Metrics", package: "swift-metrics", condition: .when(traits: ["Metrics"])),
            ],
            path: "Sources/Observability/Metrics"
        ),
        .target(
            name: "ApusTracing",
            dependencies: [
                "ApusClient", .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Tracing"])),
            ],
            path: "Sources/Observability/Tracing"
        ),

        // Generated from specs/ by `make generate`.
        .target(name: "Galileo", dependencies: ["ApusRuntime", "ApusURLSession"], path: "Generated/Galileo"),
        .target(name: "Galtea", dependencies: ["ApusRuntime", "ApusURLSession"], path: "Generated/Galtea"),
        .target(name: "HoneyHive", dependencies: ["ApusRuntime", "ApusURLSession"], path: "Generated/HoneyHive"),
        .target(name: "GalileoServer", dependencies: ["ApusServer", "ApusRuntime"], path: "Generated/GalileoServer"),
        .target(name: "GalteaServer", dependencies: ["ApusServer", "ApusRuntime"], path: "Generated/GalteaServer"),
        .target(
            name: "HoneyHiveServer", dependencies: ["ApusServer", "ApusRuntime"], path: "Generated/HoneyHiveServer"),

        // Support for all tests: golden files, fixtures and the folder of test suites.
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        // A server on this machine and the transports that connect to it. Empty without the trait.
        .target(
            name: "LoopbackSupport",
            dependencies: [
                "ApusRuntime", "ApusURLSession", "ApusAsyncHTTPClient",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["LoopbackTests"])),
                .product(
                    name: "ServiceLifecycle", package: "swift-service-lifecycle",
                    condition: .when(traits: ["LoopbackTests"])),
            ],
            path: "Tests/LoopbackSupport"
        ),

        .testTarget(name: "DiagnosticsTests", dependencies: ["ApusDiagnostics", "TestSupport"], exclude: ["Goldens"]),
        .testTarget(
            name: "YAMLSourceTests",
            dependencies: ["ApusYAMLSource", "ApusDiagnostics", "TestSupport"],
            exclude: ["Goldens"]),
        .testTarget(
            name: "OverlayTests", dependencies: ["ApusOverlay", "ApusYAMLSource", "ApusDiagnostics", "TestSupport"],
            exclude: ["Goldens"]),
        .testTarget(
            name: "OpenAPITests", dependencies: ["ApusOpenAPI", "ApusYAMLSource", "ApusDiagnostics", "TestSupport"],
            exclude: ["Goldens"]),
        .testTarget(
            name: "RulesTests", dependencies: ["ApusAPIModel", "ApusRules", "TestSupport"], exclude: ["Goldens"]),
        .testTarget(name: "ECMARegexTests", dependencies: ["ApusECMARegex"]),
        .testTarget(
            name: "LoweringTests",
            dependencies: [
                "ApusYAMLSource", "ApusOpenAPI", "ApusAPIModel", "ApusLowering", "ApusDiagnostics", "TestSupport",
            ],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "ApusYAMLSource", "ApusOpenAPI", "ApusLowering", "ApusSwiftEmitter", "ApusDiagnostics", "TestSupport",
            ],
            exclude: ["Seeds"]),
        .testTarget(
            name: "SwiftEmitterTests",
            dependencies: [
                "ApusSwiftEmitter", "ApusAPIModel", "ApusFormat", "ApusDiagnostics", "ApusRuntime", "ApusModels",
                "ApusClient", "ApusURLSession", "TestSupport",
            ],
            exclude: ["Goldens"]),
        .testTarget(
            name: "RuntimeTests",
            dependencies: [
                "ApusRuntime", "ApusModels", "ApusClient", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            exclude: ["JSON/Goldens", "Validation/Goldens"]),
        .testTarget(
            name: "ConformanceTests",
            dependencies: [
                "ApusYAMLSource", "ApusOpenAPI", "ApusLowering", "ApusSwiftEmitter", "ApusRuntime", "ApusTesting",
                "ApusDiagnostics", "TestSupport",
            ],
            exclude: ["Fixtures", "Goldens"]),
        .testTarget(
            name: "DiffTests",
            dependencies: [
                "ApusDiff", "ApusYAMLSource", "ApusOpenAPI", "ApusAPIModel", "ApusLowering", "ApusSwiftEmitter",
                "ApusDiagnostics", "ApusRuntime", "ApusURLSession", "TestSupport",
            ],
            exclude: ["Goldens"]),
        .testTarget(
            name: "ReductionTests",
            dependencies: ["ApusReduction", "ApusGeneration", "ApusYAMLSource", "ApusOpenAPI", "ApusDiagnostics"]),
        .testTarget(name: "CommandTests", dependencies: ["apus", "apus-mock", "TestSupport"], exclude: ["Goldens"]),
        // Has the files of the build plugin that need no SwiftPM, by links.
        .testTarget(name: "PluginTests"),
        .testTarget(
            name: "GeneratedClientTests",
            dependencies: [
                "Galileo", "Galtea", "HoneyHive", "ApusRuntime", "ApusModels", "ApusTesting", "ApusYAMLSource",
                "ApusDiagnostics", "TestSupport", "LoopbackSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["LoopbackTests"])),
            ]),
        // Generated from the examples in specs/ by `make generate`.
        .testTarget(name: "DescriptionTests", dependencies: ["Galileo", "Galtea", "HoneyHive", "ApusRuntime"]),
        .testTarget(
            name: "GeneratedServerTests",
            dependencies: [
                "Galileo", "Galtea", "HoneyHive", "GalileoServer", "GalteaServer", "HoneyHiveServer", "ApusRuntime",
                "ApusServer", "ApusHummingbird", "LoopbackSupport", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["LoopbackTests"])),
            ],
            exclude: ["Library/openapi.yaml", "Library/apus.yaml"]),
        .testTarget(
            name: "MockTests",
            dependencies: [
                "ApusMock", "ApusGeneration", "ApusOpenAPI", "ApusModels", "ApusClient", "ApusServer",
                "ApusHummingbird", "LoopbackSupport", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["LoopbackTests"])),
            ]),
        .testTarget(
            name: "TransportTests",
            dependencies: [
                "ApusRuntime", "ApusURLSession", "ApusAsyncHTTPClient", "LoopbackSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["LoopbackTests"])),
            ]),
        .testTarget(
            name: "TestingTests",
            dependencies: [
                "Galileo", "ApusRuntime", "ApusOAuth", "ApusTesting", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .testTarget(
            name: "ObservabilityTests",
            dependencies: [
                "ApusRuntime", "ApusLogging", "ApusMetrics", "ApusTracing", "LoopbackSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["LoopbackTests"])),
                .product(name: "Logging", package: "swift-log", condition: .when(traits: ["LoopbackTests"])),
                .product(name: "Metrics", package: "swift-metrics", condition: .when(traits: ["LoopbackTests"])),
                .product(name: "MetricsTestKit", package: "swift-metrics", condition: .when(traits: ["LoopbackTests"])),
                .product(
                    name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["LoopbackTests"])),
                .product(
                    name: "InMemoryTracing", package: "swift-distributed-tracing",
                    condition: .when(traits: ["LoopbackTests"])),
            ]),
        .testTarget(
            name: "OAuthTests",
            dependencies: [
                "ApusRuntime", "ApusOAuth", "LoopbackSupport", .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["LoopbackTests"])),
            ]),
    ]
)
