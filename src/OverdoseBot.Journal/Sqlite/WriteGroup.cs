namespace OverdoseBot.Journal.Sqlite;

/// <summary>Runs one group as one transaction. Never throws: every request is completed or failed.</summary>
internal sealed class WriteGroup(Writer writer, Database file, Action<Committed> tell)
{
    /// <summary>How many transactions were committed.</summary>
    public long Commits { get; private set; }

    public void Run(List<WriteRequest> group)
    {
        var kept = new List<WriteRequest>(group.Count);
        try
        {
            if (writer.InTransaction)
            {
                writer.Rollback();
            }

            writer.Begin();
            foreach (var request in group)
            {
                if (RunOne(request))
                {
                    kept.Add(request);
                }
            }

            writer.Commit();
            Commits++;
        }
        catch (Exception e)
        {
            FailAll(group, e);
            return;
        }

        foreach (var request in kept)
        {
            if (request.News is { } news)
            {
                tell(news);
            }
        }

        kept.ForEach(request => request.Complete());
    }

    public void RunAlone(WriteRequest request)
    {
        try
        {
            request.Run(writer);
            request.Complete();
        }
        catch (Exception e)
        {
            request.Fail(file.Explain(e));
        }
    }

    // One that fails is undone and told so; the others go on. Throws when the transaction itself is lost.
    private bool RunOne(WriteRequest request)
    {
        writer.Mark();
        try
        {
            request.Run(writer);
        }
        catch (Exception e) when (writer.InTransaction)
        {
            writer.Undo();
            request.Fail(file.Explain(e));
            return false;
        }

        writer.Keep();
        return true;
    }

    private void FailAll(List<WriteRequest> group, Exception reason)
    {
        try
        {
            if (writer.InTransaction)
            {
                writer.Rollback();
            }
        }
        catch (Exception)
        {
            // Tried again before the next group; the callers get the first reason.
        }

        var explained = file.Explain(reason);
        group.ForEach(request => request.Fail(explained));
    }
}
