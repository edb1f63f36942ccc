import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';

// Written by `npm run manifest`; Storybook also starts without it, with poorer pages.
const manifests = import.meta.glob('../packages/components/custom-elements.json', { eager: true, import: 'default' });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    controls: { expanded: true },
    a11y: {
      // A violation fails the story's test. WCAG 2.1 AA is nearest to GB/T 37668.
      test: 'error',
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
    },
  },
};

export default preview;
