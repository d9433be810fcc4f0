using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>Keeps every log line.</summary>
internal sealed class LogLines : ILoggerProvider
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Lines(categoryName, All);

    public void Dispose()
    {
    }

    private sealed class Lines(string category, ConcurrentQueue<string> all) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            all.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
