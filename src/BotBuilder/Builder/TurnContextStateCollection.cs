namespace Microsoft.Bot.Builder;

/// <summary>
/// What the parts of one turn share, by name; names differ by more than case. The members without a name use the type's full name
/// (bot-framework-api.md 4). After disposal the typed members throw <see cref="ObjectDisposedException"/>.
/// </summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool _disposed;

    /// <summary>An empty collection.</summary>
    public TurnContextStateCollection()
        : base(StringComparer.InvariantCultureIgnoreCase)
    {
    }

    /// <summary>The value of that name, or null when there is none or it is of another type.</summary>
    public T Get<T>(string key)
        where T : class
    {
        Check(nameof(Get), key);
        return TryGetValue(key, out var value) ? value as T : null;
    }

    /// <summary>The value under the type's full name, or null.</summary>
    public T Get<T>()
        where T : class => Get<T>(typeof(T).FullName);

    /// <summary>Adds a value. Throws <see cref="ArgumentException"/> when the name is taken, also when the value is null.</summary>
    public void Add<T>(string key, T value)
        where T : class
    {
        Check(nameof(Add), key);
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    /// <summary>Adds a value under the type's full name.</summary>
    public void Add<T>(T value)
        where T : class => Add(typeof(T).FullName, value);

    /// <summary>Puts a value in place of any other of that name.</summary>
    public void Set<T>(string key, T value)
        where T : class
    {
        Check(nameof(Set), key);
        this[key] = value;
    }

    /// <summary>Puts a value in place of any other under the type's full name.</summary>
    public void Set<T>(T value)
        where T : class => Set(typeof(T).FullName, value);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Marks the collection as gone; the values are not disposed.</summary>
    protected virtual void Dispose(bool disposing) => _disposed = true;

    private void Check(string member, string key)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(member);
        }

        ArgumentNullException.ThrowIfNull(key);
    }
}
