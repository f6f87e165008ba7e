// SPDX-License-Identifier: Apache-2.0
import Articles
import ArticleStore
package import DigestServer
import DigestWriter
import FeedList
import Foundation
import Synchronization
import TextAnalysis
import TextBasics

/// What a server shows of a workspace: the digest's files, a search, figures, and whether all is well.
///
/// Nothing is written, and no lock is taken: runs go on beside it. The store is opened anew for each
/// answer, so that one which a run made, migrated or replaced meanwhile is read as it is.
package struct ServedDigest: Sendable {
  private let workspace: Workspace
  /// Seconds after which a last run is too old.
  private let staleAfter: Int
  private let now: @Sendable () -> Int
  private let counts = SharedCounts()

  /// - Parameters:
  ///   - workspace: The places and the configuration.
  ///   - staleAfter: Seconds after which ``DigestSite/health`` says that runs have stopped.
  ///   - now: Seconds since 1970.
  package init(
    workspace: Workspace,
    staleAfter: Int,
    now: @escaping @Sendable () -> Int
  ) {
    self.workspace = workspace
    self.staleAfter = staleAfter
    self.now = now
  }

  package var folder: String { workspace.places.publicDirectory(workspace.configuration) }

  package func site() -> DigestSite {
    let pages = ServedPages(title: workspace.configuration?.digest.title ?? "")
    return DigestSite(
      folder: folder,
      allows: ServedPages.owns,
      finish: ServedPages.finished,
      pagePolicy: ServedPages.policy,
      search: { query in search(query, pages) },
      notice: pages.notice,
      health: health,
      metrics: metrics
    )
  }

  // MARK: Search

  private func search(_ text: String?, _ pages: ServedPages) -> DigestSite.Answer {
    guard let text, !text.allSatisfy(\.isWhitespace) else {
      return .init(bytes: pages.search(.init(query: "")))
    }
    var results = ServedPages.Results(query: text)
    do {
      let query = try SearchQuery(String(text.prefix(1000)), now: now())
      results.understood = query.display
      let store = try workspace.store(.readOnly)
      defer { try? store.close() }
      var filter = SearchFilter(limit: 50)
      filter.language = query.language
      filter.topic = query.topic
      filter.feed = query.feed
      filter.since = query.since
      results.hits = try store.search(query.match, filter: filter).map { hit($0, query) }
      return .init(bytes: pages.search(results))
    } catch let error as SearchQueryError {
      results.failure = error.description
      return .init(status: 400, bytes: pages.search(results))
    } catch let error as StoreError where error.code == .badQuery {
      results.failure = "This search cannot be read."
      return .init(status: 400, bytes: pages.search(results))
    } catch {
      // The cause names paths of this machine: it is for the log of a run, not for a page.
      results.failure = "The store cannot be read just now."
      return .init(status: 503, bytes: pages.search(results))
    }
  }

  private func hit(_ hit: SearchHit, _ query: SearchQuery) -> ServedPages.Results.Hit {
    let article = hit.article.article
    // Pages are there for the stories of the digest only.
    let story = hit.article.story.flatMap { story in
      FileManager.default.fileExists(atPath: folder + "/story/\(story.text).html") ? story : nil
    }
    return .init(
      title: article.title,
      language: article.language,
      url: article.url,
      outlet: article.outlet,
      published: article.instant,
      story: story,
      snippet: query.snippet(of: article.text).pieces.map { ($0.text, $0.isMatch) }
    )
  }

  // MARK: Health and figures

  /// Seconds since 1970 at which a writer last let go of the lock, or `nil` before the first.
  private var lastRun: Int? {
    var status = stat()
    guard unsafe stat(workspace.places.lock, &status) == 0 else { return nil }
    return status.st_mtim.tv_sec
  }

  private func health() -> DigestSite.Answer {
    var state = "ok"
    let last = lastRun
    let age = last.map { max(0, now() - $0) }
    do {
      let store = try workspace.store(.readOnly)
      _ = try store.meta("health")
      try store.close()
    } catch { state = "store-unreadable" }
    if state == "ok", !FileManager.default.fileExists(atPath: folder + "/digest.atom") {
      state = "no-digest"
    }
    if state == "ok", age ?? .max > staleAfter { state = "stale" }
    let text = JSONText.object([
      .init("v", 1), .init("status", .string(state)), .init("last_run", .instant(last)),
      .init("age_seconds", age.map { .int($0) } ?? .null),
      .init("stale_after_seconds", .int(staleAfter)),
    ]).text
    return .init(status: state == "ok" ? 200 : 503, bytes: Array((text + "\n").utf8))
  }

  private func metrics(_ server: ServerFigures) -> DigestSite.Answer {
    var page = MetricsPage()
    var isUp = false
    if let store = try? workspace.store(.readOnly) {
      defer { try? store.close() }
      if let held = try? counts.value(of: store, at: now()) {
        page.gauge("rasad_articles", "Articles stored.", held.store.articles)
        page.gauge("rasad_stories", "Stories stored.", held.store.stories)
        page.gauge("rasad_store_bytes", "Bytes of the database and its journal.", held.store.bytes)
        page.counter("rasad_fetches_total", "Attempts to fetch a feed.", held.fetches.fetches)
        page.counter(
          "rasad_fetches_unchanged_total",
          "Answers with status 304.",
          held.fetches.unchanged
        )
        page.counter("rasad_fetches_failed_total", "Attempts that failed.", held.fetches.failed)
        page.counter(
          "rasad_fetch_milliseconds_total",
          "Time that all fetches took.",
          held.fetches.elapsed
        )
        page.counter("rasad_fetched_bytes_total", "Bytes of decoded feeds.", held.fetches.bytes)
      }
      if let feeds = try? feedStates(store) {
        isUp = true
        page.gauge("rasad_feeds", "Feeds by state.", label: "state", feeds)
      }
    }
    page.gauge("rasad_store_readable", "1 when the store can be read.", isUp ? 1 : 0)
    if let last = lastRun {
      page.gauge("rasad_last_run_timestamp_seconds", "When a run last ended.", last)
      page.gauge("rasad_last_run_age_seconds", "Seconds since then.", max(0, now() - last))
    }
    page.gauge("rasad_http_connections", "Connections that are open.", server.connections)
    page.counter("rasad_http_connections_cut_total", "Connections cut: too slow.", server.cut)
    page.counter(
      "rasad_http_answers_total",
      "Answers by status.",
      label: "code",
      server.answers.sorted { $0.key < $1.key }.map { ("\($0.key)", $0.value) }
    )
    return .init(bytes: page.bytes)
  }

  /// The enabled feeds by state; those of which nothing is stored yet are new.
  private func feedStates(_ store: ArticleStore) throws -> [(String, Int)] {
    let known = Dictionary(try store.allFeedStates().map { ($0.feed, $0.status) }) { one, _ in one }
    let feeds = (workspace.configuration?.feeds ?? []).map { source in
      source.enabled ? known[source.id] ?? .new : .disabled
    }
    let states: [FeedHealth.State] = [.new, .ok, .failing, .sick, .gone, .disabled]
    return states.map { state in (state.rawValue, feeds.count { $0 == state }) }
  }
}

/// What is expensive to count, counted at most every ten seconds.
private final class SharedCounts: Sendable {
  struct Value: Sendable {
    let store: StoreCounts
    let fetches: FetchDay
  }
  private let held = Mutex<(at: Int, value: Value)?>(nil)

  func value(of store: ArticleStore, at now: Int) throws -> Value {
    if let held = held.withLock({ $0 }), (held.at...held.at + 10).contains(now) {
      return held.value
    }
    let value = Value(store: try store.counts(), fetches: try store.fetchTotals())
    held.withLock { $0 = (now, value) }
    return value
  }
}

/// Prometheus' text form, version 0.0.4.
private struct MetricsPage {
  private var text = ""

  var bytes: [UInt8] { Array(text.utf8) }

  mutating func gauge(_ name: String, _ help: String, _ value: Int) {
    head(name, help, "gauge")
    text += "\(name) \(value)\n"
  }

  mutating func counter(_ name: String, _ help: String, _ value: Int) {
    head(name, help, "counter")
    text += "\(name) \(value)\n"
  }

  mutating func gauge(_ name: String, _ help: String, label: String, _ values: [(String, Int)]) {
    head(name, help, "gauge")
    for (key, value) in values { text += "\(name){\(label)=\"\(key)\"} \(value)\n" }
  }

  mutating func counter(_ name: String, _ help: String, label: String, _ values: [(String, Int)]) {
    head(name, help, "counter")
    for (key, value) in values { text += "\(name){\(label)=\"\(key)\"} \(value)\n" }
  }

  private mutating func head(_ name: String, _ help: String, _ kind: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
  }
}
