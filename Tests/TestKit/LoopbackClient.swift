import Glibc

/// A client of HTTP/1.1 on this machine that blocks, over one connection that is kept: it knows exactly which answers
/// it heard to the last byte, and which were lost. For one thread.
package final class LoopbackClient {
    /// An answer that arrived whole.
    package struct Answer: Sendable {
        package let status: Int
        /// By the name in small letters; the last one of a name, but for cookies, which are parted by line feeds.
        package let headers: [String: String]
        package let body: [UInt8]

        package var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// The connection ended before the answer did: whether the request was carried out is not known.
    package struct Lost: Error {}

    private let port: Int
    private let patienceSeconds: Int
    private var socket: Int32 = -1
    private var heard: [UInt8] = []

    /// - Parameter patienceSeconds: An answer that takes longer is given up.
    package init(port: Int, patienceSeconds: Int = 60) {
        self.port = port
        self.patienceSeconds = patienceSeconds
    }

    deinit { if socket >= 0 { _ = close(socket) } }

    /// Sends a request and waits for its answer.
    ///
    /// - Throws: ``Lost``.
    package func send(
        _ method: String, _ path: String, _ headers: [(String, String)] = [], body: [UInt8] = []
    ) throws(Lost) -> Answer {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if method != "GET" || !body.isEmpty { head += "Content-Length: \(body.count)\r\n" }
        return try send(Array((head + "\r\n").utf8) + body, isHead: method == "HEAD")
    }

    /// Sends bytes as they are, such as a request that is none.
    package func send(_ bytes: [UInt8], isHead: Bool = false) throws(Lost) -> Answer {
        do throws(Lost) {
            try write(bytes)
            return try answer(isHead: isHead)
        } catch {
            hangUp()
            throw error
        }
    }

    /// Sends bytes and hears no answer.
    package func write(_ bytes: [UInt8]) throws(Lost) {
        try connect()
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Lost() }
            sent += count
        }
    }

    /// Ends the connection, if there is one.
    package func hangUp() {
        if socket >= 0 { _ = close(socket) }
        socket = -1
        heard = []
    }

    private func connect() throws(Lost) {
        guard socket < 0 else { return }
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var patience = timeval(tv_sec: patienceSeconds, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var isImmediate: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &isImmediate, socklen_t(MemoryLayout<Int32>.size))
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            hangUp()
            throw Lost()
        }
    }

    private func answer(isHead: Bool) throws(Lost) -> Answer {
        let lines = try head()
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count >= 2, let status = Int(words[1]) else { throw Lost() }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = line[..<colon].lowercased()
            let value = String(line[line.index(after: colon)...].drop { $0 == " " })
            headers[name] = name == "set-cookie" && headers[name] != nil ? "\(headers[name] ?? "")\n\(value)" : value
        }
        var body: [UInt8] = []
        if !isHead, status != 204, status != 304 {
            body =
                headers["transfer-encoding"] == "chunked"
                ? try chunks() : try take(headers["content-length"].flatMap { Int($0) } ?? 0)
        }
        if headers["connection"] == "close" { hangUp() }
        return Answer(status: status, headers: headers, body: body)
    }

    private func head() throws(Lost) -> [String] {
        var lines: [String] = []
        while true {
            let line = try self.line()
            if line.isEmpty { return lines }
            lines.append(line)
        }
    }

    private func line() throws(Lost) -> String {
        while true {
            if let end = heard.firstIndex(of: UInt8(ascii: "\n")) {
                let line = heard[..<end].filter { $0 != UInt8(ascii: "\r") }
                heard.removeSubrange(...end)
                return String(decoding: line, as: UTF8.self)
            }
            try hear()
        }
    }

    private func chunks() throws(Lost) -> [UInt8] {
        var body: [UInt8] = []
        while true {
            guard let size = Int(try line().prefix { $0 != ";" }, radix: 16) else { throw Lost() }
            body += try take(size)
            _ = try line()
            if size == 0 { return body }
        }
    }

    private func take(_ count: Int) throws(Lost) -> [UInt8] {
        while heard.count < count { try hear() }
        let taken = Array(heard.prefix(count))
        heard.removeFirst(count)
        return taken
    }

    private func hear() throws(Lost) {
        let more = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            count = max(0, recv(socket, buffer.baseAddress, buffer.count, 0))
        }
        guard !more.isEmpty else { throw Lost() }
        heard += more
    }
}
