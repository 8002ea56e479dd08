import Foundation
import Synchronization

/// What the server does once it has read a request.
enum ServerReaction: Sendable {
  case answer(status: Int = 200, headers: [String] = [], body: [UInt8] = [])
  /// Bytes of our own choice, then on with the next request.
  case raw(String)
  /// Bytes of our own choice, then the connection ends: farewell or reset.
  case rawThenClose(String)
  case rawThenReset(String)
  /// Bytes of our own choice, then silence until the client has gone.
  case rawThenHang(String)
  /// An endless body; stops when the client has gone.
  case flood
}

/// What the server read.
struct SeenRequest: Sendable {
  let connection: Int
  let line: String
  let headers: [String]
  let body: [UInt8]
}

/// A server that misbehaves on order, on real sockets: one thread for each connection.
final class TestServer: Sendable {
  typealias Script = @Sendable (_ request: SeenRequest, _ number: Int) -> ServerReaction

  private struct State {
    var seen: [SeenRequest] = []
    var open: [Int: Socket] = [:]
    var connections = 0
    var isStopped = false
    var expectations: [(count: Int, waiter: CheckedContinuation<Void, Never>)] = []
    var closed: Set<Int> = []
    var closeWaiters: [(connection: Int, waiter: CheckedContinuation<Void, Never>)] = []
  }

  private let listener: Socket
  private let state = Mutex(State())
  private let script: Script
  let port: UInt16

  /// The script is asked with each request and its number over all connections, from 1.
  init(_ script: @escaping Script) throws {
    self.script = script
    listener = try Socket.bound()
    try listener.listen()
    port = listener.port
    Thread.detachNewThread { [self] in acceptAll() }
  }

  convenience init(always reaction: ServerReaction) throws {
    try self.init { _, _ in reaction }
  }

  var url: String { "http://127.0.0.1:\(port)/" }
  var seen: [SeenRequest] { state.withLock { $0.seen } }
  var connectionCount: Int { state.withLock { $0.connections } }

  /// Returns when that many requests have been read.
  func waitForRequests(_ count: Int) async {
    await withCheckedContinuation { waiter in
      let isThere = state.withLock { state in
        if state.seen.count >= count { return true }
        state.expectations.append((count, waiter))
        return false
      }
      if isThere { waiter.resume() }
    }
  }

  /// Returns when the server has closed that connection, counted from 1.
  func waitForClose(of connection: Int) async {
    await withCheckedContinuation { waiter in
      let isClosed = state.withLock { state in
        if state.closed.contains(connection) { return true }
        state.closeWaiters.append((connection, waiter))
        return false
      }
      if isClosed { waiter.resume() }
    }
  }

  func stop() {
    state.withLock { state in
      state.isStopped = true
      for socket in state.open.values { socket.interrupt() }
    }
    listener.interrupt()
  }

  private func acceptAll() {
    while let socket = listener.accept() {
      let number = state.withLock { state in
        state.connections += 1
        state.open[state.connections] = socket
        return state.connections
      }
      Thread.detachNewThread { [self] in serve(socket, number) }
    }
    listener.close()
  }

  private func serve(_ socket: Socket, _ connection: Int) {
    var reader = RequestReader(socket: socket, connection: connection)
    var ending = Ending.goOn
    while ending == .goOn, let request = reader.next() {
      let number = note(request)
      ending = react(script(request, number), on: socket)
    }
    state.withLock { $0.open[connection] = nil }
    if ending == .reset { socket.reset() } else { socket.close() }
    noteClose(of: connection)
  }

  private func noteClose(of connection: Int) {
    let waiters = state.withLock { state in
      state.closed.insert(connection)
      defer { state.closeWaiters.removeAll { $0.connection == connection } }
      return state.closeWaiters.filter { $0.connection == connection }.map(\.waiter)
    }
    for waiter in waiters { waiter.resume() }
  }

  private func note(_ request: SeenRequest) -> Int {
    let (number, waiters) = state.withLock { state in
      state.seen.append(request)
      let count = state.seen.count
      let due = state.expectations.filter { $0.count <= count }
      state.expectations.removeAll { $0.count <= count }
      return (count, due.map(\.waiter))
    }
    for waiter in waiters { waiter.resume() }
    return number
  }

  private enum Ending {
    case goOn, close, reset
  }

  private func react(_ reaction: ServerReaction, on socket: Socket) -> Ending {
    switch reaction {
    case .answer(let status, let headers, let body):
      let head = ["HTTP/1.1 \(status) Whatever", "Content-Length: \(body.count)"] + headers
      let bytes = Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
      return socket.write(bytes) ? .goOn : .close
    case .raw(let text):
      return socket.write(Array(text.utf8)) ? .goOn : .close
    case .rawThenClose(let text):
      socket.write(Array(text.utf8))
      return .close
    case .rawThenReset(let text):
      socket.write(Array(text.utf8))
      return .reset
    case .rawThenHang(let text):
      socket.write(Array(text.utf8))
      while !socket.read().isEmpty {}
      return .close
    case .flood:
      socket.write(Array("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n".utf8))
      let piece = [UInt8](repeating: 0x78, count: 65_536)
      for _ in 0..<1600 where !socket.write(piece) { return .close }
      return .goOn
    }
  }
}

/// Reads requests from a connection, one after the other.
private struct RequestReader {
  let socket: Socket
  let connection: Int
  private var buffer: [UInt8] = []

  init(socket: Socket, connection: Int) {
    self.socket = socket
    self.connection = connection
  }

  mutating func next() -> SeenRequest? {
    guard let head = takeHead() else { return nil }
    let lines = head.components(separatedBy: "\r\n")
    let length = lines.lazy.compactMap(Self.contentLength).first ?? 0
    guard let body = take(length) else { return nil }
    return SeenRequest(
      connection: connection, line: lines[0], headers: Array(lines.dropFirst()), body: body)
  }

  private static func contentLength(_ line: String) -> Int? {
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
    return Int(parts[1].trimmingCharacters(in: .whitespaces))
  }

  private mutating func takeHead() -> String? {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let range = buffer.firstRange(of: end) {
        let head = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
        buffer.removeSubrange(..<range.upperBound)
        return head
      }
      guard fill() else { return nil }
    }
  }

  private mutating func take(_ count: Int) -> [UInt8]? {
    while buffer.count < count {
      guard fill() else { return nil }
    }
    defer { buffer.removeFirst(count) }
    return Array(buffer[..<count])
  }

  private mutating func fill() -> Bool {
    let bytes = socket.read()
    buffer += bytes
    return !bytes.isEmpty
  }
}
