// swift-tools-version: 6.2
// The plan of the house as the compiler enforces it: which room may import which (see Sources/README.md).
//
// ENGINE_ONLY=1 leaves out the doors (storage, web, commands) and the packages that only they need.
// ROOM=Disclosure,Intake keeps those rooms, what they rest on, and their tests: seconds instead of minutes.

import Foundation
import PackageDescription

/// Packages of others. A package is fetched only where a kept room names it.
let packages: [String: Package.Dependency] = [
    "swift-argument-parser": .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    "swift-collections": .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    "swift-crypto": .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    "swift-http-types": .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    "swift-log": .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    "jwt-kit": .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    "swift-nio": .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    "swift-nio-extras": .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    "swift-nio-ssl": .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    "async-http-client": .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    "GRDB.swift": .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    "hummingbird": .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    "swift-mustache": .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    "Yams": .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
]

/// A room or a door: what it may import of ours, and of others.
struct Room {
    enum Kind { case room, door, program, kit }
    let name: String
    let kind: Kind
    let mayImport: [String]
    let products: [(product: String, package: String)]
    let systemLibraries: [String]
    /// Engines whose tests compute for long are compiled optimised in debug builds too.
    let isNumerical: Bool
    /// Its folder, where that is not Sources/<name>.
    let path: String?

    init(
        _ name: String, _ kind: Kind = .room, _ mayImport: [String] = [],
        products: [(product: String, package: String)] = [], systemLibraries: [String] = [], isNumerical: Bool = false,
        path: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.mayImport = mayImport
        self.products = products
        self.systemLibraries = systemLibraries
        self.isNumerical = isNumerical
        self.path = path
    }
}

let rooms: [Room] = [
    Room("Vocabulary"),
    Room("NumericMethods", .room, [], isNumerical: true),
    Room("Tables", .room, ["Vocabulary"], isNumerical: true),
    Room(
        "Linkage", .room, ["Vocabulary", "NumericMethods"], products: [("Crypto", "swift-crypto")],
        systemLibraries: ["CPopcount"], isNumerical: true),
    Room("Statistics", .room, ["Vocabulary", "Tables", "NumericMethods"], isNumerical: true),
    Room("Access", .room, ["Vocabulary"]),
    Room("Mechanisms", .room, ["Vocabulary", "Access"]),
    Room("Catalogue", .room, ["Vocabulary", "Access", "Mechanisms"]),
    Room(
        "Intake", .room, ["Vocabulary", "Mechanisms", "Catalogue"], products: [("Yams", "Yams")],
        systemLibraries: ["CArchive", "CExpat"], isNumerical: true),
    Room("Counting", .room, ["Vocabulary", "Mechanisms", "Catalogue", "Tables"], isNumerical: true),
    Room("Disclosure", .room, ["Vocabulary", "Tables"], systemLibraries: ["CClp"], isNumerical: true),
    Room(
        "Publication", .room, ["Vocabulary", "Tables", "Disclosure", "Statistics"],
        products: [("Crypto", "swift-crypto"), ("Mustache", "swift-mustache"), ("Yams", "Yams")]),
    Room(
        "Ledger", .room, ["Vocabulary", "Access", "Mechanisms"], products: [("Crypto", "swift-crypto")],
        isNumerical: true),
    Room("Registry", .room, ["Vocabulary", "Access", "Mechanisms", "Intake", "Ledger", "Linkage"]),
    Room(
        "Accounts", .room, ["Vocabulary", "Access", "Ledger"],
        products: [("Crypto", "swift-crypto"), ("CryptoExtras", "swift-crypto"), ("JWTKit", "jwt-kit")]),
    Room(
        "SQLiteStore", .door, ["Vocabulary", "Access", "Ledger"],
        products: [("GRDB", "GRDB.swift"), ("GRDBSQLite", "GRDB.swift")],
        isNumerical: true),
    Room("PostgresStore", .door, ["Vocabulary", "Access", "Ledger"], systemLibraries: ["CPostgres"]),
    Room(
        "Website", .door,
        [
            "Vocabulary", "Tables", "Access", "Mechanisms", "Catalogue", "Intake", "Counting", "Disclosure",
            "Publication", "Ledger", "Registry", "Accounts", "Linkage",
        ],
        products: [
            ("AsyncHTTPClient", "async-http-client"), ("Crypto", "swift-crypto"), ("Hummingbird", "hummingbird"),
            ("HummingbirdHTTP2", "hummingbird"), ("HummingbirdTLS", "hummingbird"), ("HTTPTypes", "swift-http-types"),
            ("Logging", "swift-log"), ("Mustache", "swift-mustache"), ("NIOCore", "swift-nio"),
            ("NIOHTTP1", "swift-nio"), ("NIOHTTPTypes", "swift-nio-extras"), ("NIOPosix", "swift-nio"),
            ("NIOSSL", "swift-nio-ssl"),
        ], systemLibraries: ["CZlib"]),
    Room(
        "Commands", .door,
        [
            "Vocabulary", "Tables", "Access", "Mechanisms", "Catalogue", "Intake", "Counting", "Statistics",
            "Disclosure", "Publication", "NumericMethods", "Ledger", "Registry", "Accounts", "SQLiteStore",
            "PostgresStore", "Website", "Linkage",
        ],
        products: [("ArgumentParser", "swift-argument-parser"), ("Crypto", "swift-crypto"), ("Yams", "Yams")]),
    Room("rapporteur", .program, ["Commands"]),
    // A small register behind the interface, for its tests and for the program that `scripts/check-api` tries.
    Room(
        "InterfaceKit", .kit,
        [
            "Vocabulary", "Access", "Mechanisms", "Catalogue", "Publication", "Ledger", "Registry", "SQLiteStore",
            "PostgresStore", "Website", "TestKit",
        ], path: "Tests/InterfaceKit"),
    Room("InterfaceServer", .program, ["Vocabulary", "Website", "InterfaceKit"], path: "Tests/InterfaceServer"),
    // Started by the ledger's fault test, and by `make bench`; part of no delivery.
    Room(
        "LedgerFaultWriter", .program, ["Vocabulary", "Access", "Mechanisms", "Ledger", "SQLiteStore"],
        path: "Tests/LedgerFaultWriter"),
    Room(
        "LedgerBenchmark", .program, ["Vocabulary", "Access", "Mechanisms", "Ledger", "SQLiteStore"],
        isNumerical: true, path: "Benchmarks/LedgerBenchmark"),
    Room(
        "ServingBenchmark", .program, ["NumericMethods", "TestKit"],
        products: [("Hummingbird", "hummingbird"), ("Logging", "swift-log"), ("NIOCore", "swift-nio")],
        path: "Benchmarks/ServingBenchmark"),
    Room(
        "EstimationBenchmark", .program, ["Statistics"], isNumerical: true, path: "Benchmarks/EstimationBenchmark"),
    Room("BlindBenchmark", .program, ["Linkage"], isNumerical: true, path: "Benchmarks/BlindBenchmark"),
    Room("SearchBenchmark", .program, ["Linkage"], isNumerical: true, path: "Benchmarks/SearchBenchmark"),
]

/// What a test target imports beside its own room.
let testImports: [String: [String]] = [
    "Accounts": ["SQLiteStore"],
    "Commands": ["rapporteur", "InterfaceKit"],
    "Ledger": ["SQLiteStore", "LedgerFaultWriter"],
    "PostgresStore": ["InterfaceKit", "SQLiteStore"],
    "Registry": ["InterfaceKit", "SQLiteStore"],
    "Website": ["SQLiteStore", "InterfaceKit"],
]

/// Products that only the tests of a room use.
let testProducts: [String: [(product: String, package: String)]] = [
    "Commands": [
        ("Crypto", "swift-crypto"), ("Hummingbird", "hummingbird"), ("HummingbirdTesting", "hummingbird"),
        ("HTTPTypes", "swift-http-types"), ("NIOCore", "swift-nio"),
    ],
    "Website": [("HummingbirdTesting", "hummingbird")],
]

let engineOnly = Context.environment["ENGINE_ONLY"] == "1"
let asked = Context.environment["ROOM"]?.split(separator: ",").map(String.init)

/// The rooms asked for with everything they rest on; all of them where none is named.
func keptRooms() -> [Room] {
    var wanted = Set(asked ?? rooms.map(\.name)).union(["Vocabulary", "NumericMethods"])
    for name in asked ?? [] { wanted.formUnion(testImports[name] ?? []) }
    while true {
        let reached = wanted.union(rooms.filter { wanted.contains($0.name) }.flatMap(\.mayImport))
        if reached == wanted { break }
        wanted = reached
    }
    return rooms.filter { wanted.contains($0.name) && !(engineOnly && $0.kind != .room) }
}

let kept = keptRooms()
let keptNames = Set(kept.map(\.name))

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let numericalSettings = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let systemLibraryTargets: [String: Target] = [
    "CArchive": .systemLibrary(
        name: "CArchive", path: "Sources/CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    "CExpat": .systemLibrary(
        name: "CExpat", path: "Sources/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    "CPostgres": .systemLibrary(
        name: "CPostgres", path: "Sources/CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    "CZlib": .systemLibrary(
        name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    "CClp": .systemLibrary(
        name: "CClp", path: "Sources/CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
    // The one C file of our own (decision 0104): instructions that Swift does not reach without flags for one machine.
    "CPopcount": .target(
        name: "CPopcount", path: "Sources/CPopcount",
        cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
]

func target(_ room: Room) -> Target {
    let dependencies: [Target.Dependency] =
        room.mayImport.map { .target(name: $0) } + room.products.map { .product(name: $0.product, package: $0.package) }
        + room.systemLibraries.map { .target(name: $0) }
    let roomSettings = room.isNumerical ? numericalSettings : settings
    return room.kind == .program
        ? .executableTarget(name: room.name, dependencies: dependencies, path: room.path, swiftSettings: roomSettings)
        : .target(name: room.name, dependencies: dependencies, path: room.path, swiftSettings: roomSettings)
}

/// Tests of one room, in Tests/<Room>Tests; those of `Commands` also try the built program.
func tests(_ room: Room) -> Target? {
    let folder = "\(Context.packageDirectory)/Tests/\(room.name)Tests"
    guard FileManager.default.fileExists(atPath: folder), asked == nil || asked?.contains(room.name) == true else {
        return nil
    }
    let others = (room.mayImport + (testImports[room.name] ?? [])).filter(keptNames.contains)
    if engineOnly, let extra = testImports[room.name], !extra.allSatisfy(keptNames.contains) { return nil }
    let dependencies: [Target.Dependency] =
        ([room.name] + Array(Set(others)).sorted()).map { .target(name: $0) } + [.target(name: "TestKit")]
        + (room.mayImport.contains("NumericMethods") || room.name == "NumericMethods"
            ? [] : [.target(name: "NumericMethods")])
        + (room.products + (testProducts[room.name] ?? [])).map { .product(name: $0.product, package: $0.package) }
    let goldenFiles = FileManager.default.fileExists(atPath: "\(folder)/Golden") ? ["Golden"] : []
    return .testTarget(
        name: "\(room.name)Tests", dependencies: dependencies, exclude: goldenFiles, swiftSettings: settings)
}

let testKit = Target.target(
    name: "TestKit", dependencies: [.target(name: "Vocabulary"), .target(name: "NumericMethods")],
    path: "Tests/TestKit", swiftSettings: settings)

let package = Package(
    name: "Rapporteur",
    products: keptNames.contains("rapporteur")
        ? [.executable(name: "rapporteur", targets: ["rapporteur"])] : [],
    dependencies: Set(kept.flatMap(\.products).map(\.package)).sorted().compactMap { packages[$0] },
    targets: Set(kept.flatMap(\.systemLibraries)).sorted().compactMap { systemLibraryTargets[$0] }
        + kept.map(target) + [testKit] + kept.compactMap(tests),
    swiftLanguageModes: [.v6]
)
