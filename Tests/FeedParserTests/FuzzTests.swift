// SPDX-License-Identifier: Apache-2.0
import FeedParser
import RasadTestSupport
import Testing

/// Any bytes give a feed or an error, never a crash: the same mutations in every run.
struct FuzzTests {
  private struct Random {
    var state: UInt64
    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, limit)
    }
  }

  private static let seeds = [
    "Fixtures/rss/every-element-of-the-core.xml", "Fixtures/atom/every-element-of-an-entry.xml",
    "Fixtures/modules/a-podcast.xml", "Fixtures/damaged/entities-that-the-document-declares.xml",
    "Fixtures/damaged/one-bad-item-hides-none.xml",
  ]

  @Test(arguments: seeds)
  func `mutated documents are read or refused, in parts as well as whole`(seed: String) throws {
    let original = try Fixture.bytes(seed)
    var random = Random(state: UInt64(original.count))
    let pieces = ["<", ">", "&", "]]>", "<![CDATA[", "<!--", "</item>", "<item>", "\"", "\0", "<?"]
    var read = 0
    for _ in 0..<150 {
      var bytes = original
      for _ in 0...random.next(6) {
        let place = random.next(bytes.count)
        switch random.next(4) {
        case 0: bytes[place] = UInt8(random.next(256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.next(40)))
        case 2: bytes.insert(contentsOf: pieces[random.next(pieces.count)].utf8, at: place)
        default: bytes.insert(contentsOf: Array(bytes[place...].prefix(200)), at: place)
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      let feed = try? FeedParser.parse(bytes)
      if feed != nil { read += 1 }
      var reader = FeedReader()
      let padded = bytes + [UInt8](repeating: 0x20, count: 17_000)
      _ = try? reader.append(padded)
      _ = try? reader.append(bytes)
      _ = try? reader.finish()
    }
    #expect(read > 0)
  }
}
