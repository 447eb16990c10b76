package import Foundation
import Synchronization

/// A PostgreSQL server of the tests' own: in a folder for temporary files, reached by a socket there, by no network.
///
/// A shell watches over it, and over a pipe to it: whatever ends the tests closes the pipe, and the server is stopped and
/// its folder removed.
package final class PostgresCluster: Sendable {
    private struct Failure: Error { let message: String }

    /// Where the server's programs are; nil where PostgreSQL is not installed.
    package static let programs: URL? = {
        let versions = URL(filePath: "/usr/lib/postgresql")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: versions.path)) ?? []
        return names.compactMap(Int.init).sorted(by: >).map { versions.appending(path: "\($0)/bin") }.first {
            FileManager.default.isExecutableFile(atPath: $0.appending(path: "initdb").path)
        }
    }()

    /// Why tests that need it are skipped where it is not there.
    package static let absence = "PostgreSQL is not installed here: scripts/test installs it"

    /// The one of this process.
    package static func shared() throws -> PostgresCluster { try made.get() }
    private static let made = Result { try PostgresCluster() }

    private let folder: String
    private let programs: URL
    private let orders: FileHandle
    private let answers: FileHandle
    private let count = Atomic(0)

    /// Starts one.
    package init() throws {
        guard let programs = PostgresCluster.programs else { throw Failure(message: PostgresCluster.absence) }
        let (process, orders, answers) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", PostgresCluster.watch, "sh", programs.path]
        (process.standardInput, process.standardOutput) = (orders, answers)
        try process.run()
        try orders.fileHandleForReading.close()
        (self.programs, self.orders, self.answers) = (
            programs, orders.fileHandleForWriting, answers.fileHandleForReading
        )
        folder = PostgresCluster.line(answers.fileHandleForReading)
        guard folder.hasPrefix("/") else { throw Failure(message: "PostgreSQL does not start: \(folder)") }
    }

    deinit { try? orders.close() }

    /// An address of an empty database of the caller's own.
    package func address() throws -> String {
        let name = "words_\(count.add(1, ordering: .relaxed).newValue)"
        try run("CREATE DATABASE \(name)", in: "postgres")
        return "postgresql:///\(name)?host=\(folder)&user=rapporteur"
    }

    /// Runs statements as the owner of everything.
    ///
    /// - Parameter address: Of a database of this cluster.
    package func run(_ statements: String, at address: String) throws {
        try run(statements, in: String(address.dropFirst("postgresql:///".count).prefix { $0 != "?" }))
    }

    private func run(_ statements: String, in database: String) throws {
        let process = Process()
        process.executableURL = programs.appending(path: "psql")
        process.arguments = [
            "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "rapporteur", "-d", database, "-c", statements,
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(message: "psql refuses \(statements)") }
    }

    /// Stops the server as the one who keeps the machine would, or starts it again.
    package func order(_ word: String) throws {
        try orders.write(contentsOf: Data("\(word)\n".utf8))
        guard PostgresCluster.line(answers) == word else { throw Failure(message: "PostgreSQL does not \(word)") }
    }

    private static func line(_ file: FileHandle) -> String {
        var bytes: [UInt8] = []
        while let next = try? file.read(upToCount: 1)?.first, next != UInt8(ascii: "\n") { bytes.append(next) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The server refuses to run as root: nobody runs it then. The folder has a short name, since sockets need one.
    private static let watch = """
        trap '' INT TERM HUP
        bin=$1
        folder=$(mktemp -d /tmp/rapporteur-words.XXXXXX) || exit 1
        as=
        if [ "$(id -u)" = 0 ]; then
            as='setpriv --reuid=nobody --regid=nogroup --clear-groups'
            chown nobody:nogroup "$folder"
        fi
        end() { rm -rf "$folder"; exit; }
        cd "$folder"
        start() {
            $as "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off \\
                -c shared_buffers=32MB -c max_connections=60 -c log_statement=none >> "$folder/log" 2>&1 &
            server=$!
            for i in $(seq 300); do
                "$bin/pg_isready" -q -h "$folder" && return
                kill -0 $server 2> /dev/null || return
                sleep 0.1
            done
        }
        stop() { kill -INT $server 2> /dev/null; wait $server; }
        $as "$bin/initdb" -D "$folder/data" -U rapporteur -A trust -E UTF8 --locale=C --no-sync \\
            > "$folder/log" 2>&1 || { tail -1 "$folder/log"; end; }
        start
        kill -0 $server 2> /dev/null || { tail -1 "$folder/log"; end; }
        echo "$folder"
        while read -r order; do
            case $order in start) start ;; stop) stop ;; esac
            echo "$order"
        done
        stop
        end
        """
}
