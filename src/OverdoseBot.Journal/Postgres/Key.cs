using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Journal.Postgres;

/// <summary>
/// What rows are keyed by: the SHA-256 of an id. An id may be longer than an index row can be, and a hash spreads evenly over shards. By hand:
/// <c>WHERE conversation = sha256(convert_to('the id', 'UTF8'))</c>.
/// </summary>
internal static class Key
{
    public static byte[] Of(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id));
}
