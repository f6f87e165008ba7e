// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// Settings of every target: the strictest that this toolchain offers.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A room of the house: a target whose sources lie in `Sources/<name>`.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a room; each may use the room's own neighbours below.
func tests(
  of name: String,
  _ dependencies: [Target.Dependency] = [],
  resources: [Resource] = [],
  exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.byName(name: name), "RasadTestSupport"] + dependencies,
    exclude: exclude,
    resources: resources,
    swiftSettings: strict
  )
}

let package = Package(
  name: "rasad",
  products: [
    .library(name: "FeedParser", targets: ["FeedParser"]),
    .executable(name: "rasad", targets: ["rasad"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    // Floor 0: C libraries and pure functions.
    .systemLibrary(
      name: "CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]
    ),
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]
    ),
    .systemLibrary(
      name: "CMicroHTTPD",
      pkgConfig: "libmicrohttpd",
      providers: [.apt(["libmicrohttpd-dev"])]
    ),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    room("TextBasics"),

    // Floor 1: leaves. None of them knows another.
    room("Articles", ["TextBasics"]),
    room("FeedList", ["TextBasics"]),
    room("FeedParser", ["CLibXML2", "TextBasics"]),
    room("FeedFetcher", ["CCurl", "TextBasics"]),
    room("TextAnalysis", ["TextBasics"]),

    // Floor 2: what Rasad believes, keeps and shows.
    room("TopicModel", ["Articles", "TextAnalysis", "TextBasics"]),
    room("StoryClustering", ["Articles", "TextAnalysis", "TextBasics"]),
    room(
      "ArticleStore",
      [
        "Articles", "TextBasics", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]
    ),
    room("DigestWriter", ["Articles", "TextBasics"]),
    room("DigestServer", ["CMicroHTTPD", "CZlib", "TextBasics"]),

    // Floor 3: the only room that knows every stage.
    room(
      "Pipeline",
      [
        "Articles", "ArticleStore", "DigestServer", "DigestWriter", "FeedFetcher", "FeedList",
        "FeedParser", "StoryClustering", "TextAnalysis", "TextBasics", "TopicModel",
      ]
    ),

    // Floor 4: flags in, exit code out.
    .executableTarget(
      name: "rasad",
      dependencies: [
        "Articles", "ArticleStore", "DigestServer", "DigestWriter", "FeedFetcher", "FeedList",
        "FeedParser", "Pipeline", "StoryClustering", "TextAnalysis", "TextBasics", "TopicModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    .target(name: "RasadTestSupport", path: "Tests/RasadTestSupport", swiftSettings: strict),
    tests(of: "TextBasics"),
    tests(of: "FeedList", ["TextBasics"]),
    tests(of: "FeedParser", ["TextBasics"], resources: [.copy("Fixtures")]),
    tests(of: "FeedFetcher", ["TextBasics"]),
    tests(of: "TextAnalysis", ["TextBasics"]),
    tests(
      of: "TopicModel",
      ["Articles", "StoryClustering", "TextAnalysis", "TextBasics"],
      resources: [.copy("Fixtures")]
    ),
    tests(of: "StoryClustering", ["Articles", "TextAnalysis", "TextBasics"]),
    tests(
      of: "ArticleStore",
      ["Articles", "TextBasics", .product(name: "GRDB", package: "GRDB.swift")]
    ),
    tests(
      of: "DigestWriter",
      ["Articles", "TextBasics"],
      resources: [.copy("Fixtures")]
    ),
    tests(of: "DigestServer"),
    tests(
      of: "Pipeline",
      [
        "Articles", "ArticleStore", "DigestWriter", "FeedFetcher", "FeedList", "FeedParser",
        "StoryClustering",
        "TextAnalysis", "TextBasics", "TopicModel",
      ],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "rasadTests",
      dependencies: ["rasad", "RasadTestSupport"],
      swiftSettings: strict
    ),
  ]
)

// Scripts/fuzz builds the fuzz targets; nobody else pays for them.
if Context.environment["RASAD_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: ["FeedParser", "TextBasics"],
      path: "Fuzz",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]
    )
  )
}

// Scripts/benchmark builds the benchmarks; nobody else pays for them. They stand in this package,
// not in one of their own, because what they measure has `package` access.
if Context.environment["RASAD_BENCHMARKS"] != nil {
  func benchmark(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
      name: name,
      dependencies: dependencies,
      path: "Benchmarks/" + name,
      swiftSettings: strict
    )
  }
  package.targets += [
    .target(name: "CLimit", dependencies: ["CLibXML2"], path: "Benchmarks/CLimit"),
    benchmark("parser-speed", ["CLimit", "FeedParser"]),
    benchmark("store-speed", ["ArticleStore", "Articles", "TextBasics"]),
    benchmark("fetch-speed", ["FeedFetcher"]),
    benchmark(
      "understanding-speed",
      ["Articles", "StoryClustering", "TextAnalysis", "TextBasics", "TopicModel"]
    ),
    benchmark(
      "window-speed",
      ["ArticleStore", "Articles", "Pipeline", "StoryClustering", "TextAnalysis", "TextBasics"]
    ),
    .executableTarget(
      name: "store-limit",
      path: "Benchmarks/store-limit",
      linkerSettings: [.linkedLibrary("sqlite3")]
    ),
  ]
}
