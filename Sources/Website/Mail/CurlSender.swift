import Foundation
import Vocabulary

// Goals, in order: (1) no password and no receiver stands in a list of processes or in a log; (2) nothing goes out on a way
// that is not sealed; (3) whoever serves letters slowly or wrongly costs half a minute, not a thread for ever.

/// Carries letters by `curl`, which speaks SMTP, TLS and every sign-in that servers ask for, and is kept by the system
/// (decision 0212).
package struct CurlSender: MailSender {
    private let server: MailServer
    private let program: URL
    private let seconds: Int

    package var from: MailAddress { server.from }

    /// - Parameter seconds: For a whole letter.
    /// - Throws: ``MailFailure/carrierMissing``.
    package init(_ server: MailServer, seconds: Int = 30) throws(MailFailure) {
        let places = ["/usr/bin/curl", "/usr/local/bin/curl", "/bin/curl"]
        guard let place = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw .carrierMissing
        }
        self.server = server
        program = URL(filePath: place)
        self.seconds = seconds
    }

    package func send(_ letter: MailLetter) async throws {
        try await Waiting.run { try carry(letter) }
    }

    /// Blocks until the server has answered.
    private func carry(_ letter: MailLetter) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "letter-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data(letter.octets), attributes: [.posixPermissions: 0o600])
        else { throw MailFailure.unreachable(reason: "the folder for temporary files takes no letter") }
        let process = Process()
        process.executableURL = program
        // The rest is told where no other user of the machine can read it.
        process.arguments = ["--disable", "--config", "-"]
        process.environment = ["LC_ALL": "C", "PATH": "/usr/bin:/bin"]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        process.standardError = FileHandle.nullDevice
        // A pipe holds 64 KiB: all of it is written before anybody reads, so that nobody can hang up on us.
        try? input.fileHandleForWriting.write(contentsOf: Data(wishes(letter, in: file.path).utf8))
        try? input.fileHandleForWriting.close()
        do { try process.run() } catch { throw MailFailure.carrierMissing }
        let said = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        if let failure = CurlSender.failure(of: process.terminationStatus, said: String(decoding: said, as: UTF8.self))
        {
            throw failure
        }
    }

    /// What is asked of curl, in the words of its configuration files.
    func wishes(_ letter: MailLetter, in file: String) -> String {
        var wishes: [(String, String?)] = [
            ("silent", nil), ("url", "\(server.text)/\(greeting)"), ("mail-from", "<\(letter.from.text)>"),
            ("mail-rcpt", "<\(letter.to.text)>"), ("upload-file", file), ("noproxy", "*"),
            ("connect-timeout", "\(min(10, seconds))"), ("max-time", "\(seconds)"), ("write-out", "%{response_code}"),
        ]
        if !server.isOpenWay { wishes += [("ssl-reqd", nil), ("tlsv1.2", nil)] }
        if let authority = server.authority { wishes.append(("cacert", authority)) }
        if let user = server.user { wishes.append(("user", "\(user):\(server.password ?? "")")) }
        return wishes.map { name, value in
            value.map { "\(name) = \"\(CurlSender.quoted($0))\"" } ?? name
        }.joined(separator: "\n") + "\n"
    }

    /// With what we greet the server: the host of our own address, never the name of the machine.
    private var greeting: String { server.from.text.split(separator: "@").last.map(String.init) ?? "localhost" }

    /// As a quoted value of curl's configuration files; what it cannot say there is no part of a name or a password.
    static func quoted(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n", "\r", "\0": ""
            case "\t": "\\t"
            default: String(scalar)
            }
        }.joined()
    }

    /// curl's own numbers: `man curl`, “exit codes”.
    ///
    /// - Parameter said: The last status of the server, three digits.
    static func failure(of status: Int32, said: String) -> MailFailure? {
        let answer = Int(said.suffix(3)) ?? 0
        switch status {
        case 0: return nil
        case 5, 6: return .unreachable(reason: "its name is not known")
        case 7: return .unreachable(reason: "it takes no connection")
        case 28: return .tooSlow
        case 35: return .unsealed(reason: "TLS could not be agreed on")
        case 51, 60, 77, 83, 90, 91: return .unsealed(reason: "its certificate is not trusted")
        case 64: return .unsealed(reason: "the server offers no TLS")
        case 67: return .signInRefused
        case 8, 52, 55, 56, 78, 79, 80: break
        default: break
        }
        if (400...599).contains(answer) { return .refused(status: answer) }
        return .unreachable(reason: "it ended the conversation")
    }
}
