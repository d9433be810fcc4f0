using System.CommandLine;
using OverdoseBot.Verbs;

return await Root.Command().Parse(args).InvokeAsync(new InvocationConfiguration
{
    // A service finishes the posts it has taken before it stops.
    ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
});
