// SPDX-License-Identifier: Apache-2.0
import FeedParser
import Testing

struct FeedReaderTests {
  private func document(items: Int, damaged: Int? = nil) -> [UInt8] {
    var text = "<rss version=\"2.0\"><channel><title>خبرها</title>"
    for number in 0..<items {
      let fault = number == damaged ? " R&D <b>" : ""
      text += "<item><title>خبر \(number)\(fault)</title>"
      text += "<description>\(String(repeating: "متن ", count: 40))</description></item>\n"
    }
    return Array((text + "</channel></rss>").utf8)
  }

  private func titles(_ bytes: [UInt8], chunk: Int) throws -> [String] {
    var reader = FeedReader()
    var items: [ParsedItem] = []
    var place = 0
    while place < bytes.count {
      items += try reader.append(Array(bytes[place..<min(place + chunk, bytes.count)]))
      place += chunk
    }
    let feed = try reader.finish()
    return (items + feed.items).map { $0.title?.value ?? "" }
  }

  @Test(arguments: [1, 7, 1000, 16_384, 1_000_000])
  func `characters that a border cuts in two stay whole`(chunk: Int) throws {
    let found = try titles(document(items: 120), chunk: chunk)
    #expect(found == (0..<120).map { "خبر \($0)" })
  }

  @Test(arguments: [13, 4096])
  func `a fault in the middle costs no item`(chunk: Int) throws {
    let found = try titles(document(items: 200, damaged: 150), chunk: chunk)
    #expect(found.count == 200)
    #expect(found[149] == "خبر 149")
    #expect(found[150].hasPrefix("خبر 150 R"))
    #expect(found[151] == "خبر 151")
  }

  @Test func `items come as soon as they are whole`() throws {
    let bytes = document(items: 400)
    var reader = FeedReader()
    let early = try reader.append(Array(bytes[..<100_000]))
    let feed = try reader.finish()
    #expect(early.count > 200)
    #expect(feed.isTruncated)
    #expect(feed.problems.contains { $0.code == "truncated" })
  }

  @Test func `a short document is read at its end`() throws {
    var reader = FeedReader()
    let early = try reader.append(Array("{\"version\":\"https://jsonfeed.org/version/1.1\",".utf8))
    let later = try reader.append(Array("\"title\":\"J\",\"items\":[{\"id\":\"1\"}]}".utf8))
    let feed = try reader.finish()
    #expect(early.isEmpty && later.isEmpty)
    #expect(feed.format == .jsonFeed11)
    #expect(feed.items.count == 1)
  }

  @Test func `what is no feed is refused at the end`() {
    let error = #expect(throws: FeedParseError.self) {
      var reader = FeedReader()
      _ = try reader.append(Array("<html><body>Hello</body></html>".utf8))
      _ = try reader.finish()
    }
    #expect(error?.code == "html-page")
  }

  @Test func `a long page tells of its feeds however far down they stand`() {
    let filler = String(repeating: "<meta name=\"x\" content=\"y\">\n", count: 2000)
    let link = "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">"
    let page = Array("<!DOCTYPE html><html><head>\(filler)\(link)</head><body/></html>".utf8)
    let error = #expect(throws: FeedParseError.self) {
      var reader = FeedReader(options: .init(baseURL: "https://a.example/"))
      for place in stride(from: 0, to: page.count, by: 4096) {
        _ = try reader.append(Array(page[place..<min(place + 4096, page.count)]))
      }
      _ = try reader.finish()
    }
    #expect(error?.code == "html-page")
    #expect(error?.discovered.map(\.href) == ["https://a.example/feed"])
  }
}
