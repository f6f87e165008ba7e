// SPDX-License-Identifier: Apache-2.0
import FeedList
import Testing

struct FeedListEditingTests {
  private let text = """
    # my feeds
    [rasad]
    seeds = seeds

    # about a
    [feed a]
    url = https://a.example/
    # was: 30m
    interval = 1h

    # about b
    [feed b]
    url   =   https://b.example/

    """

  @Test func `a new feed goes to the end and nothing else moves`() {
    let result = FeedList.adding(feed: "c", url: "https://c.example/", title: "خبر\nتازه", to: text)
    #expect(result == text + "\n[feed c]\nurl   = https://c.example/\ntitle = خبر تازه\n")
    #expect(FeedList.adding(feed: "c", url: "u", title: nil, to: "") == "[feed c]\nurl   = u\n")
    let windows = FeedList.adding(feed: "c", url: "u", title: nil, to: "# x\r\n[rasad]")
    #expect(windows == "# x\r\n[rasad]\r\n\r\n[feed c]\r\nurl   = u\r\n")
  }

  @Test func `a feed goes with its own lines and no comment is lost`() {
    let result = FeedList.removing(feed: "a", from: text)
    #expect(
      result == """
        # my feeds
        [rasad]
        seeds = seeds

        # about a
        # was: 30m

        # about b
        [feed b]
        url   =   https://b.example/

        """
    )
    #expect(FeedList.removing(feed: "x", from: text) == nil)
  }

  @Test func `adding and removing gives the file that was there`() {
    let added = FeedList.adding(feed: "c", url: "https://c.example/", title: "C", to: text)
    #expect(FeedList.removing(feed: "c", from: added) == text + "\n")
    let marked = "\u{FEFF}[feed a]\r\nurl = u\r\n\r\n[feed b]\r\n"
    #expect(FeedList.removing(feed: "a", from: marked) == "\u{FEFF}[feed b]\r\n")
  }
}

struct OPMLTests {
  @Test func `subscriptions are exported without secrets`() {
    var feed = FeedSource(id: "a", url: "https://a.example/?x=1&y=2")
    feed.title = "\"<خبر>\""
    feed.language = "fa"
    feed.interval = .seconds(5400)
    feed.password = "geheim"
    feed.cookie = "geheim"
    feed.headers = [.init(name: "Authorization", value: "geheim")]
    feed.enabled = false
    let text = OPML.text(of: [feed], title: "Rasad")
    #expect(!text.contains("geheim"))
    #expect(text.contains("xmlUrl=\"https://a.example/?x=1&amp;y=2\""))
    #expect(text.contains("text=\"&quot;&lt;خبر&gt;&quot;\""))
    #expect(text.contains("rasad:interval=\"1h30m\" rasad:enabled=\"no\""))
    #expect(!OPML.text(of: [feed], title: "Rasad", plain: true).contains("rasad:"))
  }
}
