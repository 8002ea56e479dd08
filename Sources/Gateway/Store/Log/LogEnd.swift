/// The log's last link, once one transaction has appended to it: the next entry needs no search.
/// Lives as long as the transaction, during which nobody else can append.
final class LogEnd {
  var known: (sequence: Int64, hash: [UInt8])?
}
