// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import Articles
import DigestWriter
import FeedFetcher
import FeedList
import FeedParser
import Foundation
import Pipeline
import TextBasics

struct FeedsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "See, judge and edit the subscriptions.",
    subcommands: [
      List.self, Show.self, Check.self, Discover.self, Add.self, Remove.self, Import.self,
      Export.self,
    ],
    defaultSubcommand: List.self
  )

  /// The health of every configured feed; an absent store means that nothing was fetched yet.
  static func health(_ options: Options) throws -> [FeedHealth] {
    let workspace = try Workspace.open(options.places)
    let configuration = try workspace.requireConfiguration()
    let store: ArticleStore
    do {
      store = try workspace.store(.readOnly)
    } catch let error as StoreError where error.code == .missing {
      store = try ArticleStore.inMemory()
    }
    return try DigestAssembler(
      store: store,
      model: try workspace.model(),
      configuration: configuration,
      now: try options.clock(),
      settles: false
    ).health()
  }

  static func json(_ feed: FeedHealth) -> JSONText {
    .object([
      .init("v", 1), .init("feed", .string(feed.id)), .init("url", .string(feed.url)),
      .init("title", .string(feed.title)), .init("language", .string(feed.language.code)),
      .init("state", .string(feed.state.rawValue)), .init("cause", .optional(feed.cause)),
      .init("failing_since", .instant(feed.failingSince)),
      .init("last_success", .instant(feed.lastSuccess)),
      .init("next_fetch", .instant(feed.nextFetch)),
      .init("next_fetch_reason", .optional(feed.nextFetchReason)),
      .init("median_gap", feed.medianGap.map { .int($0) } ?? .null),
      .init("new_in_week", .int(feed.newInWeek)),
    ])
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the feeds and how they do.")
    @OptionGroup var options: Options

    func run() async throws {
      let feeds = try FeedsCommand.health(options)
      if options.json { return feeds.forEach { Output.line(FeedsCommand.json($0).text) } }
      let now = try options.clock()
      let width = max(4, feeds.map(\.id.count).max() ?? 4)
      Output.line(
        "\(Terminal.pad("FEED", width))  LANG  LAST OK    NEXT   NEW/7d  STATE     TITLE"
      )
      for feed in feeds {
        let last = feed.lastSuccess.map { Self.age(now - $0) } ?? "never"
        let next = feed.nextFetch.map { String(Timestamp.text($0).dropFirst(11).prefix(5)) } ?? "–"
        let words = feed.cause ?? feed.title
        Output.line(
          "\(Terminal.pad(feed.id, width))  \(Terminal.pad(feed.language.code, 4))  "
            + "\(Terminal.pad(last, 9))  \(Terminal.pad(next, 5))  "
            + "\(Terminal.pad(String(feed.newInWeek), 6))  \(Terminal.pad(feed.state.rawValue, 8))  "
            + options.terminal.show(words)
        )
      }
    }

    private static func age(_ seconds: Int) -> String {
      switch seconds {
      case ..<3600: "\(max(0, seconds / 60)) min"
      case ..<172_800: "\(seconds / 3600) h"
      default: "\(seconds / 86_400) d"
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one feed: address, health, validators, the last fetches."
    )
    @Argument(help: "The feed's id.") var feed: String
    @OptionGroup var options: Options

    func run() async throws {
      guard let health = try FeedsCommand.health(options).first(where: { $0.id == feed }) else {
        throw CommandFailure(
          .usage,
          "no feed '\(feed)' in the configuration; rasad feeds lists them"
        )
      }
      if options.json { return Output.line(FeedsCommand.json(health).text) }
      let store = try? Workspace.open(options.places).store(.readOnly)
      let state = try store?.feedState(feed)
      Output.line("\(health.id)  \(options.terminal.show(health.title))")
      Output.line("address     \(Terminal.clean(health.url))")
      Output.line("state       \(health.state.rawValue)" + (health.cause.map { ": \($0)" } ?? ""))
      if let since = health.failingSince { Output.line("since       \(Timestamp.text(since))") }
      Output.line("last good   \(health.lastSuccess.map(Timestamp.text) ?? "never")")
      Output.line("next fetch  \(try next(health, state))")
      if let gap = health.medianGap { Output.line("median gap  \(Timestamp.duration(gap))") }
      Output.line(
        "validators  ETag \(Terminal.clean(state?.etag ?? "none"))  "
          + "Last-Modified \(Terminal.clean(state?.lastModified ?? "none"))"
      )
      for entry in try store?.fetchLog(feed: feed, limit: 10) ?? [] {
        let result = entry.code ?? "\(entry.new) new, \(entry.revised) revised"
        Output.line(
          "\(Timestamp.text(entry.at))  \(entry.status.map(String.init) ?? "–")  \(result)  "
            + Terminal.clean(entry.note ?? "")
        )
      }
    }

    /// When the feed is fetched next, and why.
    private func next(_ health: FeedHealth, _ state: FeedState?) throws -> String {
      if health.state == .disabled { return "never (enabled = no)" }
      guard let state else { return "with the next run (never fetched)" }
      let why = FeedSchedule(state).explanation(now: try options.clock())
      return "\(health.nextFetch.map(Timestamp.text) ?? "never") (\(why))"
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fetch and parse feeds without storing anything; exit 1 when one is not well."
    )
    @Argument(help: "Feeds to check (default: all that are enabled).") var feeds: [String] = []
    @OptionGroup var options: Options

    func run() async throws {
      let configuration = try Workspace.open(options.places).requireConfiguration()
      let selection = FeedSelection(feeds: feeds, all: true)
      let answers = try await FeedCheck(configuration: configuration).perform(selection)
      for answer in answers {
        if options.json {
          Output.line(answer.json.text)
        } else if let failure = answer.failure {
          Output.line(
            "\(answer.id): \(Terminal.clean(failure.sentence)) (\(Terminal.clean(answer.url))); "
              + Terminal.clean(failure.advice)
          )
        } else {
          Output.line(
            "\(answer.id): ok, \(answer.items) items, \(answer.format)"
              + (answer.problems > 0 ? ", \(answer.problems) repaired" : "")
          )
        }
      }
      Output.finish(status: answers.contains { $0.failure != nil } ? .no : .done)
    }
  }

  struct Discover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find the feeds that a web page offers."
    )
    @Argument(help: "The address of the page.") var url: String
    @OptionGroup var options: Options

    func run() async throws {
      let response = try await FeedProbe.fetch(url)
      if let feed = try? FeedParser.parse(response.body) {
        let title = feed.title?.value ?? ""
        Output.line(
          "\(Terminal.clean(response.effectiveURL))\t\(feed.format)\t\(Terminal.clean(title))"
        )
        return
      }
      let links = FeedParser.feedLinks(inHTML: response.body, baseURL: response.effectiveURL)
      guard !links.isEmpty else {
        Output.error(
          "\(Terminal.clean(url)): the page offers no feed; look for an RSS symbol on it"
        )
        Output.finish(status: .no)
      }
      for link in links {
        if options.json {
          Output.line(
            JSONText.object([
              .init("v", 1), .init("url", .string(link.href)), .init("type", .optional(link.type)),
              .init("title", .optional(link.title)),
            ]).text
          )
        } else {
          Output.line(
            "\(Terminal.clean(link.href))\t\(Terminal.clean(link.type ?? ""))\t"
              + Terminal.clean(link.title ?? "")
          )
        }
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a feed to feeds.conf, after fetching it once."
    )
    @Argument(help: "The feed's address.") var url: String
    @Option(help: "The section's id (default: made from the host).") var id: String?
    @Flag(help: "Add it without fetching it.") var unchecked = false
    @OptionGroup var options: Options

    func run() async throws {
      let path = Places.configuration(options.places).path ?? "feeds.conf"
      let text = FileManager.default.fileExists(atPath: path) ? try Files.text(path) : ""
      var title: String?
      if !unchecked {
        let response = try await FeedProbe.fetch(url)
        do {
          let feed = try FeedParser.parse(response.body)
          title = feed.title.map { Terminal.clean($0.value) }
        } catch {
          throw CommandFailure(
            .badData,
            "\(Terminal.clean(url)): \(error.message); \(error.advice)"
          )
        }
      }
      let id = id ?? Self.id(for: url)
      let changed = FeedList.adding(feed: id, url: url, title: title, to: text)
      _ = try FeedList.parse(
        Array(changed.utf8),
        path: path,
        environment: options.environment,
        readFile: { try? Files.text($0) }
      )
      _ = try AtomicFile.write(Array(changed.utf8), to: path)
      if !options.quiet { Output.talk("added [feed \(id)] to \(path)") }
    }

    private static func id(for url: String) -> String {
      let host = WebAddress(url)?.host ?? "feed"
      let parts = host.split(separator: ".").filter { $0 != "www" }.dropLast()
      let id = parts.joined(separator: "-").lowercased().filter {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
      }
      return id.isEmpty ? "feed" : String(id.prefix(40))
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove a feed from feeds.conf; its articles stay."
    )
    @Argument(help: "The feed's id.") var feed: String
    @OptionGroup var options: Options

    func run() async throws {
      guard let path = Places.configuration(options.places).path else {
        throw CommandFailure(
          .configuration,
          "there is no feeds.conf to edit; name one with -c FILE"
        )
      }
      guard let changed = FeedList.removing(feed: feed, from: try Files.text(path)) else {
        throw CommandFailure(
          .usage,
          "\(path) has no section [feed \(feed)]; rasad feeds lists them"
        )
      }
      _ = try AtomicFile.write(Array(changed.utf8), to: path)
      if !options.quiet { Output.talk("removed [feed \(feed)] from \(path); its articles stay") }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the subscriptions as OPML 2.0, without secrets."
    )
    @Flag(help: "Leave out the attributes that only Rasad reads.") var plain = false
    @OptionGroup var options: Options

    func run() async throws {
      let configuration = try Workspace.open(options.places).requireConfiguration()
      Output.write(
        OPML.text(
          of: configuration.feeds,
          title: configuration.digest.title,
          plain: plain
        )
      )
    }
  }
}
