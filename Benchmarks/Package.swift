// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// A package of its own, so that `swift build` in the root never pays for it.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "rasad", path: "..")],
  targets: [
    .systemLibrary(name: "CLibXML2Limit", pkgConfig: "libxml-2.0"),
    .target(name: "CLimit", dependencies: ["CLibXML2Limit"]),
    .executableTarget(
      name: "parser-speed",
      dependencies: ["CLimit", .product(name: "FeedParser", package: "rasad")]
    ),
  ]
)
