using System.Net;
using System.Net.Sockets;

namespace OverdoseBot;

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    // Below those that the system gives to whoever asks for any: nobody else takes one before it is used.
    private const int First = 10_000;
    private const int Count = 20_000;
    private const int Apart = 97;
    private static int s_next = Environment.ProcessId * Apart % Count;

    /// <summary>One that nobody has now, and that is given out once.</summary>
    public static int Free()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (Interlocked.Increment(ref s_next) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException("No port is free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
