// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import FeedFetcher

struct InternationalNameTests {
  @Test(arguments: [
    ("ایران", "xn--mgba3a4f16a"), ("مثال", "xn--mgbh0fb"),
    ("bücher.Example", "xn--bcher-kva.example"),
    ("испытание", "xn--80akhbyknj4f"), ("a.example", "a.example"), ("测试", "xn--0zwm56d"),
  ])
  func `names outside ASCII are encoded label by label`(name: String, ascii: String) {
    #expect(InternationalName.ascii(host: name) == ascii)
  }

  @Test func `only the host of an address changes`() {
    #expect(
      InternationalName.ascii(url: "https://مثال.ایران:8080/خوراک?q=ا#ب")
        == "https://xn--mgbh0fb.xn--mgba3a4f16a:8080/خوراک?q=ا#ب"
    )
    #expect(InternationalName.ascii(url: "/خوراک") == "/خوراک")
    #expect(CurlURL("http://مثال/خ")?.host == "xn--mgbh0fb")
    #expect(CurlURL("http://مثال/خ")?.text == "http://xn--mgbh0fb/%d8%ae")
    let base = CurlURL("http://a.example/x")
    #expect(CurlURL("//مثال/", relativeTo: base)?.text == "http://xn--mgbh0fb/")
  }
}
