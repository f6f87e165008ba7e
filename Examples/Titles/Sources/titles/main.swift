// SPDX-License-Identifier: Apache-2.0
// The titles of a feed: titles < feed.xml
import FeedParser
import Foundation

let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
let feed = try FeedParser.parse(bytes)
for item in feed.items {
  print(item.title?.value ?? "(no title)")
}
