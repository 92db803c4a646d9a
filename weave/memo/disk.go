package memo

// Disk keeps bytes for later processes by name, of each the last ones, with a
// key for what they were made from.
type Disk interface {
	Load(name, key string) ([]byte, bool)
	Store(name, key string, data []byte)
}
