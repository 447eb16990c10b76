import NIOCore
import NIOPosix
import Synchronization

/// A mail server on this machine that speaks RFC 5321 to the letter and remembers what it was told.
final class StrictMailServer: Sendable {
    enum Manner: Sendable {
        case willing
        /// Takes no receiver.
        case refusing
        /// Takes the connection and never says a word.
        case silent
        /// Refuses every sign-in.
        case suspicious
    }

    struct Taken: Sendable, Equatable {
        var from = ""
        var to: [String] = []
        var lines: [String] = []
    }

    private let channel: any Channel
    private let notes: Notes

    /// What was taken, and every line that a client said out of turn.
    final class Notes: Sendable {
        let state = Mutex<(taken: [Taken], faults: [String])>(([], []))
    }

    private init(_ channel: any Channel, _ notes: Notes) {
        self.channel = channel
        self.notes = notes
    }

    static func start(_ manner: Manner = .willing) async throws -> StrictMailServer {
        let notes = Notes()
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Conversation(manner, notes))
                }
            }.bind(host: "127.0.0.1", port: 0).get()
        return StrictMailServer(channel, notes)
    }

    var port: Int { channel.localAddress?.port ?? 0 }
    var taken: [Taken] { notes.state.withLock { $0.taken } }
    var faults: [String] { notes.state.withLock { $0.faults } }

    func stop() async throws { try await channel.close() }
}

/// One client, line by line.
private final class Conversation: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let manner: StrictMailServer.Manner
    private let notes: StrictMailServer.Notes
    private var kept = ""
    private var letter = StrictMailServer.Taken()
    private var isGreeted = false
    private var isInLetter = false

    init(_ manner: StrictMailServer.Manner, _ notes: StrictMailServer.Notes) {
        self.manner = manner
        self.notes = notes
    }

    func channelActive(context: ChannelHandlerContext) {
        if manner != .silent { say("220 mail.test ESMTP", context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        kept += buffer.readString(length: buffer.readableBytes) ?? ""
        while let end = kept.utf8.firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(kept[..<end])
            kept = String(kept[kept.index(after: end)...])
            if manner == .silent { continue }
            guard line.hasSuffix("\r") else {
                fault("a line without CR LF")
                continue
            }
            take(String(line.unicodeScalars.dropLast()), context)
        }
    }

    private func take(_ line: String, _ context: ChannelHandlerContext) {
        if line.utf8.count > 998 { fault("a line of more than 998 octets") }
        if isInLetter { return takeOfLetter(line, context) }
        let verb = line.prefix { $0 != " " && $0 != ":" }.uppercased()
        switch verb {
        case "EHLO":
            isGreeted = true
            say(manner == .suspicious ? "250-mail.test\r\n250 AUTH PLAIN LOGIN" : "250 mail.test", context)
        case "AUTH": say("535 5.7.8 not with this password", context)
        case "MAIL" where isGreeted && letter.from.isEmpty:
            letter.from = address(line)
            say("250 go on", context)
        case "RCPT" where !letter.from.isEmpty:
            if manner == .refusing { return say("550 5.1.1 no such mailbox", context) }
            letter.to.append(address(line))
            say("250 go on", context)
        case "DATA" where !letter.to.isEmpty:
            isInLetter = true
            say("354 go on", context)
        case "RSET": say("250 done", context)
        case "QUIT":
            say("221 goodbye", context)
            context.close(promise: nil)
        default:
            fault("out of turn: \(verb)")
            say("503 out of turn", context)
        }
    }

    private func takeOfLetter(_ line: String, _ context: ChannelHandlerContext) {
        if line == "." {
            isInLetter = false
            let letter = letter
            notes.state.withLock { $0.taken.append(letter) }
            self.letter = StrictMailServer.Taken()
            return say("250 taken", context)
        }
        letter.lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
    }

    private func address(_ line: String) -> String {
        String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }

    private func fault(_ text: String) { notes.state.withLock { $0.faults.append(text) } }

    private func say(_ text: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "\(text)\r\n")), promise: nil)
    }
}
