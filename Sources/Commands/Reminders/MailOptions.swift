import ArgumentParser
import Foundation
import Website

/// The mail server that takes reminders; none where nothing is given.
struct MailOptions: ParsableArguments {
    @Option(
        help: "The mail server: smtp://mail.example.org:587 (sealed by STARTTLS) or smtps://mail.example.org:465.")
    var mailServer: String?

    @Option(help: "The address that letters are from.")
    var mailFrom: String?

    @Option(help: "The name to sign in to the mail server with.")
    var mailUser: String?

    @Option(help: "A file whose first line is the password, and that only its owner may read.")
    var mailPasswordFile: String?

    @Option(help: "A PEM file with the authority of the mail server's certificate, where the system does not know it.")
    var mailAuthority: String?

    @Flag(help: "Send without TLS, to a mail server on this very machine.")
    var mailWithoutTLS = false

    func validate() throws {
        guard (mailServer == nil) == (mailFrom == nil) else {
            throw ValidationError("A mail server needs a sender: give both --mail-server and --mail-from.")
        }
        guard (mailUser == nil) == (mailPasswordFile == nil) else {
            throw ValidationError("A name needs its password: give both --mail-user and --mail-password-file.")
        }
        guard mailServer != nil || (mailUser == nil && mailAuthority == nil && !mailWithoutTLS) else {
            throw ValidationError("These settings are of a mail server: give --mail-server, too.")
        }
    }

    /// What carries letters; nil where no server is given.
    ///
    /// - Throws: W180–W187; K135 for a password that others may read.
    func sender() throws -> (any MailSender)? {
        guard let mailServer, let mailFrom else { return nil }
        let server = try MailServer(
            mailServer, from: MailAddress(mailFrom), user: mailUser, password: mailPasswordFile.map(password),
            authority: mailAuthority, isOpenWay: mailWithoutTLS)
        return try CurlSender(server)
    }

    private func password(in path: String) throws -> String {
        let rights = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        guard let rights, let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure.unreadable(file: path, reason: "there is no such file, or it is not yours")
        }
        guard rights.intValue & 0o077 == 0 else { throw CommandFailure.readByOthers(file: path) }
        let line = String(decoding: data, as: UTF8.self).prefix { !$0.isNewline }
        guard !line.isEmpty else { throw CommandFailure.unreadable(file: path, reason: "its first line is empty") }
        return String(line)
    }
}
