namespace OverdoseBot.Channels.Http;

/// <summary>
/// Counts what comes, by name, in buckets that leak. It remembers a bounded number of them: who was not heard of for long, among very many, begins
/// anew. What is turned away does not fill a bucket, so that whoever slows down gets in at once.
/// </summary>
internal sealed class Buckets(Allowance allowance, TimeProvider time)
{
    private const int Remembered = 32_768;
    private readonly Recent<Bucket> _buckets = new(Remembered);

    /// <summary>Counts one.</summary>
    public Load Take(string name)
    {
        var bucket = _buckets.GetOrAdd(name, _ => new Bucket());
        lock (bucket)
        {
            var now = time.GetTimestamp();
            var leaked = bucket.Level == 0 ? 0 : time.GetElapsedTime(bucket.At, now).TotalSeconds * allowance.PerSecond;
            var level = Math.Max(0, bucket.Level - leaked) + 1;
            if (level > allowance.HardBurst)
            {
                (bucket.Level, bucket.At) = (level - 1, now);
                return Load.Over;
            }

            (bucket.Level, bucket.At) = (level, now);
            return level > allowance.Burst ? Load.Heavy : Load.Light;
        }
    }

    private sealed class Bucket
    {
        public double Level { get; set; }

        public long At { get; set; }
    }
}
