// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import FeedFetcher
import FeedParser
import Pipeline

/// `rasad`: without a subcommand it prints a short status and the next useful command.
struct RasadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rasad",
    abstract: "Example documents and news feeds in, one explained digest out.",
    discussion: """
      rasad replay seeds     shows what comes out, offline, in a minute
      rasad run              fetches what is due and rewrites the digest; the cron line

      Standard output is data, standard error is talk. Exit status: 0 done, 1 the answer is no,
      64 usage, 65 bad data, 66 no such input, 69 no feed answered, 70 bug, 73 cannot write,
      75 another run holds the lock, 78 error in feeds.conf.
      """,
    subcommands: [
      RunCommand.self, ReplayCommand.self, ParseCommand.self, FeedsCommand.self,
      TopicsCommand.self, StoriesCommand.self, SearchCommand.self, DigestCommand.self,
      ServeCommand.self, DoctorCommand.self,
    ]
  )

  @OptionGroup var options: Options

  @Flag(help: "Print the version; with -v those of the libraries too.")
  var version = false

  func run() async throws { try Status(options: options).printShort() }
}

/// What `--version` prints.
enum Version {
  static let number = Pipeline.version

  static var libraries: [String] {
    [
      "libxml2 \(FeedParser.libxml2Version)", FeedFetcher.libraryVersion,
      "SQLite \(ArticleStore.sqliteVersion)",
    ]
  }
}
