import Foundation
import Testing
import Vocabulary

@testable import Website

/// Letters on their way to a mail server that takes nothing lightly.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")))
struct CurlSenderTests {
    private let from: MailAddress
    private let letter: MailLetter

    init() throws {
        from = try MailAddress("register@agency.example")
        letter = MailLetter(
            from: from, to: try MailAddress("post@office.example"), subject: "2 things are due",
            text: "First line\n.\n.two\nLast", language: "en", name: "abc123", moment: Timestamp(milliseconds: 0))
    }

    private func sender(
        _ port: Int, user: String? = nil, isOpenWay: Bool = true, seconds: Int = 10
    ) throws -> CurlSender {
        try CurlSender(
            MailServer(
                "smtp://127.0.0.1:\(port)", from: from, user: user, password: user.map { _ in "se\"cr\\et" },
                isOpenWay: isOpenWay), seconds: seconds)
    }

    private func failure(_ sender: CurlSender) async -> MailFailure? {
        do {
            try await sender.send(letter)
            return nil
        } catch { return error as? MailFailure }
    }

    @Test func aLetterArrivesAsItWasWritten() async throws {
        let server = try await StrictMailServer.start()
        try await sender(server.port).send(letter)
        let taken = try #require(server.taken.first)
        #expect(taken.from == "register@agency.example" && taken.to == ["post@office.example"])
        #expect(taken.lines.contains("Message-ID: <abc123@agency.example>"))
        let body = taken.lines.drop { !$0.isEmpty }.joined()
        let text = try #require(Data(base64Encoded: body)).map { $0 }
        #expect(String(decoding: text, as: UTF8.self) == "First line\r\n.\r\n.two\r\nLast")
        #expect(server.faults == [])
        try await server.stop()
    }

    @Test func aReceiverThatIsRefusedIsToldAsThat() async throws {
        let server = try await StrictMailServer.start(.refusing)
        #expect(await failure(try sender(server.port)) == .refused(status: 550))
        try await server.stop()
    }

    @Test func nothingGoesOutWhereTLSIsNotOffered() async throws {
        let server = try await StrictMailServer.start()
        let failure = await failure(try sender(server.port, isOpenWay: false))
        #expect(failure?.code == "W183" && server.taken == [])
        try await server.stop()
    }

    @Test func aSignInThatIsRefusedIsToldAsThat() async throws {
        let server = try await StrictMailServer.start(.suspicious)
        #expect(await failure(try sender(server.port, user: "register")) == .signInRefused)
        try await server.stop()
    }

    @Test func aServerThatSaysNothingCostsNoMoreThanItsTime() async throws {
        let server = try await StrictMailServer.start(.silent)
        #expect(await failure(try sender(server.port, seconds: 1)) == .tooSlow)
        try await server.stop()
    }

    @Test func aServerThatIsNotThereIsToldAsThat() async throws {
        let server = try await StrictMailServer.start()
        let port = server.port
        try await server.stop()
        #expect(await failure(try sender(port))?.code == "W182")
    }

    /// The password goes where no list of processes shows it, whatever signs it is made of.
    @Test func whatCurlIsToldIsQuoted() throws {
        let wishes = try sender(25, user: "register").wishes(letter, in: "/tmp/x")
        #expect(wishes.contains("user = \"register:se\\\"cr\\\\et\""))
        #expect(wishes.split(separator: "\n").filter { $0.hasPrefix("mail-rcpt") }.count == 1)
        #expect(CurlSender.quoted("a\nurl = \"b\"") == "aurl = \\\"b\\\"")
    }

    @Test(arguments: [
        "mail.example.org", "http://mail.example.org", "smtp://", "smtp://a:b@mail.example.org",
        "smtp://mail.example.org/x",
        "smtp://mail.example.org?x=1", "smtp://mail example.org", "smtp://mail.example.org\nx",
    ])
    func whatIsNoMailServerIsRefused(text: String) {
        #expect(throws: MailFailure.serverUnreadable(text: text)) { try MailServer(text, from: from) }
    }

    @Test(arguments: ["smtp://mail.example.org", "smtp://10.0.0.1:25"])
    func lettersLeaveThisMachineSealedOnly(text: String) {
        #expect(throws: MailFailure.self) { try MailServer(text, from: from, isOpenWay: true) }
    }
}
