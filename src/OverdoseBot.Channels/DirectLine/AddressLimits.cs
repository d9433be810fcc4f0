using Microsoft.AspNetCore.Http;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Counts what comes from each address. Whatever is too much is answered with the emergency card, never with an error.</summary>
internal sealed class AddressLimits(DirectLineOptions options, TimeProvider time)
{
    private readonly Buckets _chats = new(options.NewChats, time);
    private readonly Buckets _posts = new(options.Posts, time);
    private readonly Buckets _looks = new(options.Looks, time);

    /// <summary>The address that calls.</summary>
    public Caller Of(HttpContext context) => new(this, Neighbourhood.Of(context.Connection.RemoteIpAddress), options.RateLimited);

    /// <summary>An address.</summary>
    internal readonly record struct Caller(AddressLimits Limits, string Address, bool IsLimited)
    {
        /// <summary>Whether a new chat may begin: nobody knows who it is, so that it counts as an emergency.</summary>
        public bool Begins() => !IsLimited || Limits._chats.Take(Address) != Load.Over;

        /// <summary>Whether it may look: start or find again a chat, poll, open a stream.</summary>
        public bool Looks() => !IsLimited || Limits._looks.Take(Address) != Load.Over;

        /// <summary>How much it posts.</summary>
        public Load Posts() => IsLimited ? Limits._posts.Take(Address) : Load.Light;
    }
}
