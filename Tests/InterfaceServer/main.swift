// A small register behind the interface on this machine, for `scripts/check-api`. It says its port and its tokens on
// standard output and ends with SIGTERM.

import Foundation
import InterfaceKit
import Vocabulary
import Website

let clock: @Sendable () -> Timestamp = {
    Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
}
let register = try InterfaceRegister(clock: clock)
let records = try register.fill()
let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 0
var settings = ServingSettings(port: port)
// Whoever tries the interface asks more than people do.
settings.patience = 1000
let webhooks = try WebhookDispatcher(
    register.registry, shelf: WebhookFile(register.folder.appending(path: "webhooks.json")),
    sender: NetworkSender(allowsPrivate: false), origin: "http://127.0.0.1")
let house = try register.house(settings: settings, webhooks: webhooks) { line in
    if line.hasPrefix("W299") { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
}
try await house.serve { port in
    let known = records.sorted { $0.key < $1.key }.map { "record \($0.key) \($0.value)" }
    let lines = known + ["port \(port)"] + register.people.tokens.map { "token \($0)" }
    FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
}
