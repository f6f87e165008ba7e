// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let package = Package(
  name: "titles",
  dependencies: [.package(name: "rasad", path: "../..")],
  targets: [
    .executableTarget(
      name: "titles",
      dependencies: [.product(name: "FeedParser", package: "rasad")]
    )
  ]
)
