// swift-tools-version: 6.1
import PackageDescription

// The three vendors' APIs on this machine, with generated server code.
let package = Package(
    name: "VendorServers",
    platforms: [.macOS(.v15)],
    traits: [
        .trait(name: "SQLite", description: "The option `--database`. Needs the header of SQLite.")
    ],
    dependencies: [
        .package(name: "apus", path: "../..", traits: ["Hummingbird"]),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.10.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.4.0"),
    ],
    targets: [
        .executableTarget(name: "VendorServers", dependencies: ["Vendors"]),
        .target(
            name: "Vendors",
            dependencies: [
                .product(name: "GalileoServer", package: "apus"),
                .product(name: "GalteaServer", package: "apus"),
                .product(name: "HoneyHiveServer", package: "apus"),
                .product(name: "ApusRuntime", package: "apus"),
                .product(name: "ApusServer", package: "apus"),
                .product(name: "ApusHummingbird", package: "apus"),
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "VendorsTests",
            dependencies: [
                "Vendors",
                .product(name: "GalileoServer", package: "apus"),
                .product(name: "Galileo", package: "apus"),
                .product(name: "Galtea", package: "apus"),
                .product(name: "HoneyHive", package: "apus"),
                .product(name: "HoneyHiveServer", package: "apus"),
                .product(name: "ApusRuntime", package: "apus"),
                .product(name: "ApusServer", package: "apus"),
                .product(name: "ApusURLSession", package: "apus"),
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
    ]
)
