// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation

// A reader that closes its end of a pipe (`rasad stories list | head`) is no fault of ours.
signal(SIGPIPE, SIG_IGN)
await EntryPoint.run(Array(CommandLine.arguments.dropFirst()))
