// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import FeedParser

struct DeadlineTests {
  @Test func `work counts, waiting does not`() {
    #expect(!Deadline(nil).hasPassed)
    #expect(Deadline(.zero).hasPassed)
    let deadline = Deadline(.milliseconds(20))
    var sum: UInt64 = 0
    while !deadline.hasPassed { sum = (0..<10_000).reduce(sum) { $0 &+ $1 } }
    #expect(deadline.hasPassed)
    #expect(!deadline.started().hasPassed)
  }

  @Test func `a document that takes too long is an error`() {
    var options = FeedParser.Options()
    options.limits.time = .zero
    let items = String(repeating: "<item><title>x</title></item>", count: 5000)
    for document in ["<rss><channel>\(items)</channel></rss>", "<rss><channel>\(items)&x"] {
      #expect {
        try FeedParser.parse(Array(document.utf8), options: options)
      } throws: {
        ($0 as? FeedParseError)?.code == "deadline"
      }
    }
  }
}
