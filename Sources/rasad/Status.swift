// SPDX-License-Identifier: Apache-2.0
import ArticleStore
import Articles
import FeedList
import FeedParser
import Foundation
import Pipeline
import TextBasics
import TopicModel

/// What is configured, what is stored, what is wrong.
struct Status {
  let options: Options

  /// One check and what it found.
  struct Finding {
    let check: String
    let isGood: Bool
    let found: String
    var advice: String?
  }

  /// Looks at everything; what cannot be looked at is a finding, not an error.
  func examine() -> [Finding] {
    var findings = [
      Finding(
        check: "rasad",
        isGood: true,
        found: ([Version.number] + Version.libraries).joined(separator: ", ")
      )
    ]
    let workspace: Workspace
    do {
      workspace = try Workspace.open(options.places)
    } catch {
      findings.append(
        Finding(
          check: "feeds.conf",
          isGood: false,
          found: Failures.sentence(for: error),
          advice: "mend the lines named above"
        )
      )
      return findings
    }
    findings.append(configuration(workspace))
    findings.append(model(workspace))
    findings += state(workspace)
    return findings
  }

  private func configuration(_ workspace: Workspace) -> Finding {
    guard let path = workspace.places.config, let configuration = workspace.configuration else {
      return Finding(
        check: "feeds.conf",
        isGood: false,
        found: workspace.places.configReason,
        advice: "rasad feeds add URL"
      )
    }
    let enabled = configuration.feeds.count { $0.enabled }
    var advice: String?
    if configuration.digest.authority == "rasad.invalid,2025" {
      advice =
        "before publishing, set [digest] authority = your.domain,\(Timestamp.text(Int(Date().timeIntervalSince1970)).prefix(4)): ids are made from it"
    }
    return Finding(
      check: "feeds.conf",
      isGood: true,
      found: "\(path) (\(workspace.places.configReason)): \(enabled) feeds enabled",
      advice: advice
    )
  }

  private func model(_ workspace: Workspace) -> Finding {
    do {
      let source = try workspace.model()
      return Finding(
        check: "topics",
        isGood: true,
        found: "\(source.path ?? "derived from \(workspace.seeds)"): \(source.model.topics.count) "
          + "topics, \(source.model.phraseCount) phrases"
      )
    } catch {
      return Finding(check: "topics", isGood: false, found: Failures.sentence(for: error))
    }
  }

  private func state(_ workspace: Workspace) -> [Finding] {
    var findings = [
      Finding(
        check: "state",
        isGood: true,
        found: "\(workspace.places.state) (\(workspace.places.stateReason))"
      )
    ]
    do {
      let store = try workspace.store(.readOnly)
      let counts = try store.counts()
      findings.append(
        Finding(
          check: "store",
          isGood: true,
          found: "\(counts.articles) articles, \(counts.stories) stories, \(counts.feeds) feeds, "
            + "\(counts.bytes / 1024) kB"
        )
      )
      let problems = try store.integrityProblems()
      findings.append(
        Finding(
          check: "integrity",
          isGood: problems.isEmpty,
          found: problems.isEmpty ? "the database is whole" : problems.joined(separator: "; "),
          advice: problems.isEmpty
            ? nil : "rasad doctor --salvage saves what can be read and keeps the old file"
        )
      )
      let bad = try store.allFeedStates().filter { $0.status == .sick || $0.status == .gone }
      findings.append(
        Finding(
          check: "feeds",
          isGood: bad.isEmpty,
          found: bad.isEmpty
            ? "none is sick" : bad.map { "\($0.feed): \($0.cause ?? "")" }.joined(separator: "; "),
          advice: bad.isEmpty ? nil : "rasad feeds check \(bad[0].feed)"
        )
      )
    } catch let error as StoreError where error.code == .missing {
      findings.append(
        Finding(check: "store", isGood: true, found: "none yet", advice: "rasad run makes one")
      )
    } catch {
      findings.append(Finding(check: "store", isGood: false, found: Failures.sentence(for: error)))
    }
    return findings
  }

  /// What `rasad` alone prints: a few lines, and the next useful command.
  func printShort() throws {
    let findings = examine()
    for finding in findings where ["feeds.conf", "store", "feeds"].contains(finding.check) {
      Output.line("\(Terminal.pad(finding.check, 11)) \(Terminal.clean(finding.found))")
    }
    let next: String
    if let bad = findings.first(where: { !$0.isGood }) {
      next = bad.advice ?? "rasad doctor"
    } else if findings.contains(where: { $0.check == "store" && $0.found == "none yet" }) {
      next = "rasad run   (or offline: rasad replay seeds)"
    } else if findings.contains(where: { $0.check == "store" && $0.found.hasPrefix("0 articles") })
    {
      next = "rasad feeds   (how each feed does; the store has nothing yet)"
    } else {
      next = "rasad stories"
    }
    Output.line("next        \(next)")
    Output.line("            rasad --help lists the commands")
  }
}
