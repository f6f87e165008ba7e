// SPDX-License-Identifier: Apache-2.0
import Glibc
import TextBasics

@testable import FeedParser

/// What libFuzzer calls with each input; the entry point is named by RASAD_FUZZ_TARGET.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  target(bytes)
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Hands the command line to libFuzzer.
@main enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments = unsafe CommandLine.unsafeArgv
    exit(unsafe runDriver(&count, &arguments, fuzzOneInput))
  }
}

/// The entry point under test; what it must hold is checked by `precondition`.
private let target: @Sendable ([UInt8]) -> Void = {
  switch environment("RASAD_FUZZ_TARGET") {
  case "xml": parseFeed
  case "json": { parseFeed($0.first == UInt8(ascii: "{") ? $0 : [UInt8(ascii: "{")] + $0) }
  case "dates": readDate
  case "html": readHTML
  case "encoding": guessEncoding
  default: fatalError("RASAD_FUZZ_TARGET is none of xml, json, dates, html, encoding")
  }
}()

@Sendable private func parseFeed(_ bytes: [UInt8]) {
  readTextsTwice(bytes)
  var options = FeedParser.Options(baseURL: "http://example.org/feed")
  options.limits.time = .seconds(5)
  guard let feed = try? FeedParser.parse(bytes, options: options) else { return }
  precondition(feed.items.count <= options.limits.items)
  _ = ParsedFeedJSON.json(of: feed).text
}

/// What is read without libxml2 is what libxml2 reads, in one piece and in two.
private func readTextsTwice(_ bytes: [UInt8]) {
  var options = FeedParser.Options()
  options.html = .asWritten
  func read(_ shortest: Int, cut: Int) -> (items: [ParsedItem], isWhole: Bool)? {
    let builder = TapeBuilder(
      reader: FeedReaderState(options: options),
      limits: options.limits,
      isChecked: UTF8Repair.check(bytes.span).isUTF8
    )
    let texts = CharacterData(shortest: shortest)
    guard var parser = XMLPushParser(builder: builder, texts: texts) else { return nil }
    for part in [bytes[..<cut], bytes[cut...]] {
      unsafe part.withUnsafeBufferPointer { unsafe parser.push($0) }
    }
    parser.finish()
    return (parser.builder.reader.items, parser.fault == nil)
  }
  guard let plain = read(.max, cut: bytes.count),
    let fast = read(1, cut: bytes.count),
    let inParts = read(1, cut: bytes.count / 2)
  else { return }
  precondition(plain.isWhole == fast.isWhole && plain.isWhole == inParts.isWhole)
  precondition(!plain.isWhole || plain.items == fast.items && plain.items == inParts.items)
}

@Sendable private func readDate(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let date = FeedDate(text) else { return }
  // What we read we can write and read again.
  precondition(
    !(0..<253_402_300_800).contains(date.seconds)
      || FeedDate(Timestamp.text(date.seconds))?.seconds == date.seconds
  )
}

@Sendable private func readHTML(_ bytes: [UInt8]) {
  let html = String(decoding: bytes, as: UTF8.self)
  var tokenizer = HTMLTokenizer(html)
  var count = 0
  while tokenizer.next() != nil { count += 1 }
  precondition(count <= html.utf8.count)
  let clean = HTMLCleaner.clean(html, base: "http://example.org/")
  precondition(!clean.lowercased().contains("<script"))
  _ = FeedParser.feedLinks(inHTML: bytes)
}

@Sendable private func guessEncoding(_ bytes: [UInt8]) {
  let decoded = EncodingGuess.decode(bytes, contentType: "text/xml; charset=windows-1256")
  precondition(String(validating: decoded.bytes, as: UTF8.self) != nil)
}

private func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}
