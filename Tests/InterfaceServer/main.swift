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
try register.fill()
let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 0
let house = try register.house(settings: ServingSettings(port: port)) { _ in }
try await house.serve { port in
    print("port \(port)")
    for actor in register.people.all { print("token \(actor.account)") }
    fflush(stdout)
}
